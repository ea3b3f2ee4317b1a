// What scripts give one another, for the type checker alone: no page loads this file. Keys in French are
// those of data that the program writes, where Rust says what they mean: `src/search/data.rs`,
// `src/search/communes.rs`.

// --- What the pages share: `window.eliane`.

/** The sentences of an element, and its state for the style sheet: its `data-` attributes; see `sentencesOf`. */
type Sentences = Record<string, string>;

interface Settings {
  state: string;
  start: string;
  change(state: string): void;
  forget(): void;
  readAgain(): void;
  isShared(state: string): boolean;
}

interface Eliane {
  settings: Settings;
  search: {
    read(data: SearchData): SearchIndex;
    search(index: SearchIndex, written: string): Hit[];
    hearAll(index: SearchIndex, text: string): Heard[];
    addressOf(index: SearchIndex, document: number): string;
    emergencies(index: SearchIndex, written: string): Emergency[];
    answer(index: SearchIndex, communes: CommuneIndex | null, written: string): Answer;
    /** Once the field was used. */
    index?: SearchIndex;
  };
  communes: {
    key(text: string): string;
    read(data: CommuneData): CommuneIndex;
    complete(index: CommuneIndex, done?: () => void): void;
    search(index: CommuneIndex, written: string): CommuneAnswer;
    named(index: CommuneIndex, written: string): CommuneLine[];
    nameOf(index: CommuneIndex, name: number): string;
    line(index: CommuneIndex, words: Sentences, one: CommuneLine): HTMLElement;
    index?: CommuneIndex;
  };
}

interface Window {
  eliane: Eliane;
  elianeRecherche: SearchData;
  elianeCommunes: CommuneData;
  elianeFiche(number: number, text: string): void;
}

// --- The search.

interface SearchData {
  /** Ends of words: as written, as said, and how many letters must stand before. */
  fins: [string, string, number][];
  /** Rules of sounds: letters, what follows, the sound. */
  sons: [string, string, string][];
  vides: string;
  sortes: string;
  titres: string[];
  adresses: string[];
  numeros: number[];
  dits: string[];
  nombres: number[];
  dedans: string;
  tailles: string;
  mots: string;
  ouies: string;
  phrases: string;
  urgences: DangerData;
}

interface DangerData {
  mots: string;
  sons: string;
  gardes: string;
  autour: string;
  liste: Emergency[];
}

/** A kind of help. */
interface Emergency {
  phrase: string;
  ecrit: string;
  appels: { numero: string; lien: string; page: string }[];
  dits: string;
  seuls: string;
  sauf: string;
}

/** A word, folded, and its sound. */
interface Heard {
  letters: string;
  sound: string;
}

/** Lists by word are in the order of `words`, lists by phrase in that of `tailles`. */
interface SearchIndex {
  data: SearchData;
  endings: SearchData['fins'];
  /** By their first letter. */
  rules: Record<string, SearchData['sons']>;
  emptyWords: Set<string>;
  words: string[];
  sounds: string[];
  /** The phrases that hold each word, as steps. */
  steps: string[];
  /** How many documents there are. */
  count: number;
  documentOf: Uint16Array;
  fieldOf: Uint8Array;
  sizeOf: Uint8Array;
  /** By document. */
  firstPhrase: number[];
  letterBits: Int32Array;
  soundBits: Int32Array;
  letterCounts: Uint8Array;
  soundCounts: Uint8Array;
  hasDigit: Uint8Array;
  examined: number;
  cries: Cries | null;
  knownPhrases: Map<number, number[]>;
  knownAlike: Map<string, number[]>;
}

/** How like a word of the question each phrase is: phrase → 0 to 100. */
type Likeness = Map<number, number>;

interface Question {
  /** By word that is kept. */
  likeness: Likeness[];
  weights: number[];
  whole: number;
  /** Words that say something, those above the most too. */
  asked: number;
}

interface Hit {
  document: number;
  score: number;
  sure: boolean;
  weak: boolean;
  phrase: number;
}

/** What somebody in danger writes. */
interface Cries {
  words: string[];
  sounds: string[];
  placeOf: Map<string, number>;
  wide: number[];
  kept: Map<string, string>;
  around: Set<string>;
  known: Map<string, number[]>;
  entries: { within: number[][]; alone: number[][]; except: number[][]; shown: Emergency }[];
}

interface Asked {
  like: Uint32Array;
  same: Uint32Array;
  around: number;
  whole: number;
}

interface Answer {
  emergencies: Emergency[];
  towns: CommuneLine[];
  pages: Hit[];
  sure: string;
}

// --- Communes.

interface CommuneData {
  nombre: number;
  lettres: number;
  departements: DepartementData[];
  noms: string;
  blocs: string;
  anciens: number[];
  codes: number[];
  couvertes: number[] | null;
  insee: string;
  devant: { lieux: string; peu: string; liens: string; articles: string; autres: string };
}

interface DepartementData {
  code: string;
  nom: string;
  page: boolean;
  codes: string;
  entiers: string;
}

/** Lists are by name, in the order of keys; see `readCommunes`. */
interface CommuneIndex {
  count: number;
  letters: Uint8Array;
  starts: Uint32Array;
  nameAt: Uint32Array;
  shared: Uint8Array;
  departement: Uint8Array;
  code: Uint16Array;
  commune: Uint16Array;
  rank: Uint16Array;
  blockAt: Uint32Array;
  blockRead: Uint8Array;
  unread: number;
  olderBefore: Uint16Array;
  lengths: Uint8Array;
  isNew: Uint8Array;
  names: string;
  departements: DepartementData[];
  firstCodes: number[];
  insee: string;
  covered: number[] | null;
  wordsBefore: CommuneData['devant'];
  lists: WordLists | null;
  allLetters: string | null;
  codes: number[] | null;
  moreCodes: Map<number, number[]>;
}

interface WordLists {
  strong: Set<string>;
  weak: Set<string>;
  ties: Set<string>;
  articles: Set<string>;
  others: Set<string>;
  departements: Map<string, number>;
}

/** Names that begin alike, `to` not included, up to a depth. */
interface NameRange {
  from: number;
  to: number;
  depth: number;
}

/** A commune that was found; `name` is the place of the name that was found, which may be an older one. */
interface CommuneLine {
  name: number;
  commune: number;
  distance: number;
  exact: boolean;
  covered: boolean;
}

interface CommuneAnswer {
  total: number;
  lines: CommuneLine[];
  more: boolean;
  short: boolean;
}

// --- The fields.

interface Field {
  box: HTMLElement;
  input: HTMLInputElement;
  words: Sentences;
  list: HTMLElement;
  help: HTMLElement;
  status: { say(text: string): void; hush(): void };
  asked: boolean;
  shown: string;
}

interface CommuneField extends Field {
  index: CommuneIndex | null;
}

interface SearchField extends Field {
  index: SearchIndex | null;
  communes: CommuneIndex | null;
  calls: string;
}

/** What is shown for a question. */
interface Shown {
  written: string;
  found: Answer;
  communes: CommuneLine[];
  pages: Hit[];
  short: boolean;
  nothing: boolean;
  placeFirst: boolean;
  total: number;
}
