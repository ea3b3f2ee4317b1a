"""The licences of the libraries that a static program carries: `python3 outils/licences.py TARGET` writes them to stdout.

Each text is given once, with the names of those that it covers. Nothing depends on the machine: names and texts are sorted.
"""

import hashlib
import json
import pathlib
import subprocess
import sys

NAMES = ("licen", "copying", "notice", "unlicense", "copyright")


def carried(target):
    """The packages that end up in the program: no test, no build script, no macro's own needs."""
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    packages = {package["id"]: package for package in told["packages"]}
    needs = {
        node["id"]: [
            dep["pkg"] for dep in node["deps"] if any(kind["kind"] is None for kind in dep["dep_kinds"])
        ]
        for node in told["resolve"]["nodes"]
    }
    seen, todo = set(), [told["resolve"]["root"]]
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo += needs[one]
    seen.discard(told["resolve"]["root"])
    return sorted((packages[one] for one in seen), key=lambda package: (package["name"], package["version"]))


def texts(package):
    folder = pathlib.Path(package["manifest_path"]).parent
    for path in sorted(folder.iterdir()):
        if path.is_file() and any(name in path.name.lower() for name in NAMES):
            yield path.read_text(encoding="utf-8", errors="replace").strip().replace("\r\n", "\n")


def main(target):
    packages = carried(target)
    found = {}
    print("Éliane contient ces bibliothèques, que leurs auteurs offrent sous ces licences.\n")
    for package in packages:
        name = f"{package['name']} {package['version']}"
        print(f"- {name} : {package['license'] or 'voir son texte'} ; {package['repository'] or 'adresse inconnue'}")
        for text in texts(package):
            digest = hashlib.sha256(text.encode()).hexdigest()
            found.setdefault(digest, (text, []))[1].append(name)
    for text, names in sorted(found.values(), key=lambda one: (one[1], one[0])):
        names = list(dict.fromkeys(names))
        print(f"\n{'=' * 100}\n{', '.join(names)}\n{'-' * 100}\n\n{text}")


main(sys.argv[1])
