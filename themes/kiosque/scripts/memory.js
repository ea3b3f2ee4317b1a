// What may be kept on the machine: a cookie where pages share it, localStorage where they share that. By
// file://, Firefox keeps localStorage apart for each page, and cookies for all; Chromium has no cookies
// there, and one localStorage for all.

/**
 * The value of a cookie, or nothing.
 * @param {string} name
 */
export function cookieOf(name) {
  const found = document.cookie.split('; ').find((one) => one.startsWith(name + '='));
  return found ? found.slice(name.length + 1) : '';
}

/** @param {string} name @param {string} value */
export function setCookie(name, value) {
  document.cookie = name + '=' + value + '; path=/; SameSite=Lax';
}

/** @param {string} name */
export function dropCookie(name) {
  document.cookie = name + '=; path=/; SameSite=Lax; max-age=0';
}

/**
 * What localStorage holds, or nothing where it is refused.
 * @param {string} name
 */
export function storedIn(name) {
  try {
    return localStorage.getItem(name) || '';
  } catch {
    return '';
  }
}

/** @param {string} name @param {string} value nothing: it is taken away */
export function store(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch { /* the cookie may do, or this page only */ }
}
