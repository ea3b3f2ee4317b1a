"""Imports real files of directories, then compares every sheet with its source row, field by field.

An independent reader: it shares nothing with the program but the two files. A value that the row does not hold is a
failure; so is a file of which fewer than 97 rows in 100 find their commune.

    audit.py ELIANE [FOLDER]

Without the folder of samples (../shared/data/mednum), only the rows written below are tried, and it says so.
"""

import csv
import html
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
from concurrent.futures import ThreadPoolExecutor

FLOOR = 97.0
SHOWN = 12

FILES = [
    ("france-services", "france-services-2024-08-01.csv"),
    ("mednum", "conseillers-numeriques-2022-09.json"),
    ("data-inclusion", "data-inclusion-2022.json"),
    ("mednum", "mednum-v1-charente-2023-07-11.json"),
    ("mednum", "hinaura-auvergne-rhone-alpes-2022.json"),
    ("mednum", "bourgogne-franche-comte-2023.csv"),
    ("mednum", "maine-et-loire-2020.json"),
    ("mednum", "exemple-valide-mednum-1.0.2.csv"),
    ("dila", "dila/annuaire-2016-02-22.jsonl"),
    ("dila", "dila/annuaire-2016-02-29.jsonl"),
    ("dila", "dila/annuaire-2016-02-2A.jsonl"),
    ("dila", "dila/annuaire-2016-02-35.jsonl"),
    ("dila", "dila/annuaire-2016-02-75.jsonl"),
    ("dila", "dila/guichets-2019.csv"),
]

# Rows of each kind, with what once became another value. Numbers of fiction, invented streets.
OWN = [
    (
        "mednum",
        "propres-2026-01-01.csv",
        "id,nom,commune,code_postal,code_insee,adresse,telephone,courriels,site_web,horaires,commentaire,services,date_maj\n"
        '1,Les Chênes 🏠,Landerneau,29800,29103,"1 rue Inventée, BP 12",Tél : 02 61 91 00 12 / Fax : 02 61 91 00 19,accueil@exemple.fr,https://www.ville.fr/?a=1&amp;b=2,"Mo-Fr 09:00-12:00,13:30-17:00",Voir https://www.ville.fr/a?b=1 avant,Accompagner,2026-01-01\n'
        "2,Autre lieu,Le Lamentin,97232,97213,NR,+596 596 12 34 56,,http//www.exemple.fr,Non renseigné,,Accompagner,2026-01-01\n"
        "3,Lieu du Carbet,Carbet,97221,,2 rue Inventée,02 61 91 00 13 (poste 311 et 153),petite.enfance@exemple.fr,https://mairie,,,Accompagner,2026-01-01\n"
        "4,Ancien nom,Trouville,76210,,3 rue Inventée,+262 2 80 00 00 262,contact@exemple.fr,,Sa 10:00-12:00,,Accompagner,2026-01-01\n"
        "5,MÃ©diathÃ¨que,Landerneau,29800,29103,4 rue Inventée,02 61 91 00 14 (fax 02 61 91 00 19),accueil@exemple.fr,https://www.ville.fr/?id=1&region=29,,Prix < 10 € dans C:\\dossier,Accompagner,2026-01-01\n",
    ),
    (
        "dila",
        "guichets-2026-01-01.json",
        json.dumps(
            {
                "service": [
                    {
                        "id": "u1",
                        "nom": "Mairie inventée",
                        "pivot": [{"type_service_local": "mairie", "code_insee_commune": ["97415"]}],
                        "adresse": [
                            {
                                "type_adresse": "Adresse",
                                "numero_voie": "2 rue Inventée",
                                "code_postal": "97744",
                                "nom_commune": "Saint-Denis Cedex 9",
                            }
                        ],
                        "telephone": [{"valeur": "0262 40 04 04", "description": "standard"}],
                    }
                ]
            }
        ),
    ),
    (
        "france-services",
        "liste-2026-01-01.csv",
        "id_fs,insee_dep,lib_fs,adresse,insee_com,code_postal,lib_com,mail,telephone,h_lundi,itinerance,commentaire\n"
        "1,29,Bus inventé,1 rue Inventée,29103,29800,Landerneau,accueil@exemple.fr,02 61 91 00 12,09:00 - 12:00 / 13:30 - 17:00,Oui,Le 3e jeudi à Pencran\n",
    ),
]

NEEDS = "".join(f"- id: {n}\n  titre: Essai\n  exemple: Essai\n" for n in ("demarche-en-ligne", "materiel", "information-fiable"))
PLACE_REASONS = ("commune-absente", "commune-inconnue", "commune-mal-ecrite", "communes-homonymes", "codes-contradictoires")


def fold(text):
    text = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in text if not unicodedata.combining(c))


def words(text):
    """Letters and figures alone, between single spaces, with a space at each end."""
    return " " + " ".join(re.findall(r"[a-z0-9]+", fold(text))) + " "


# Letters of Windows that were taken for controls of Latin-1.
WINDOWS = {n: bytes([n]).decode("cp1252", "ignore") for n in range(0x80, 0xA0)}


def clean(text):
    text = text.translate(WINDOWS)
    text = re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", text)
    for _ in range(3):
        text = re.sub(r"<[a-zA-Z/!][^>]*>", " ", text)
        # Without its semicolon, none is an entity: « ?id=1&region=29 ».
        text = re.sub(r"&#?[a-zA-Z0-9]+;", lambda entity: html.unescape(entity[0]), text)
    return re.sub("[ÂÃ][\u0080-\u00bf€-™Œ-žŸƒˆ˜]|â€[\u0080-\u00bf€-™Œ-žŸƒˆ˜]", accent, text)


def accent(twice):
    """« Ã© » is « é » written twice; the account of the import says that it was read so."""
    try:
        return twice[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return twice[0]


# --- sheets: the few shapes of YAML that an import writes


def scalar(text):
    text = text.strip()
    if text.startswith("'"):
        return text[1:-1].replace("''", "'")
    return json.loads(text) if text.startswith('"') else text


def sheet(text):
    lines = text.split("\n")
    value, _ = block(lines, 0, 0)
    return value


def indent_of(line):
    return len(line) - len(line.lstrip(" "))


def block(lines, at, indent):
    out = {}
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
            continue
        if indent_of(line) < indent or line.lstrip().startswith("- "):
            break
        key, _, rest = line.strip().partition(":")
        rest = rest.strip()
        at += 1
        if rest == "|":
            inner = []
            while at < len(lines) and (not lines[at].strip() or indent_of(lines[at]) > indent):
                if lines[at].strip():
                    inner.append(lines[at].strip())
                at += 1
            out[key] = inner
        elif rest.startswith("["):
            out[key] = [scalar(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"|[^\[\],]+', rest) if part.strip()]
        elif rest:
            out[key] = scalar(rest)
        elif at < len(lines) and lines[at].lstrip().startswith("- "):
            out[key], at = items(lines, at, indent_of(lines[at]))
        else:
            out[key], at = block(lines, at, indent_of(lines[at]) if at < len(lines) else 0)
    return out, at


def items(lines, at, indent):
    out = []
    while at < len(lines) and lines[at].startswith(" " * indent + "- "):
        body = lines[at][indent + 2 :]
        if re.match(r"[a-z_]+: ", body) or re.match(r"[a-z_]+:$", body):
            lines[at] = " " * (indent + 2) + body
            value, at = block(lines, at, indent + 2)
            out.append(value)
        else:
            out.append(scalar(body))
            at += 1
    return out, at


# --- sources


def rows_of(path):
    text = path.read_bytes().decode("utf-8-sig")
    if path.suffix == ".csv":
        head = text.split("\n", 1)[0]
        separator = ";" if head.count(";") > head.count(",") else ","
        return list(csv.DictReader(io.StringIO(text), delimiter=separator))
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    data = json.loads(text)
    return data if isinstance(data, list) else next(v for v in data.values() if isinstance(v, list))


def cells_of(value, key=""):
    """Every scalar of a row, with the key it stands under."""
    if isinstance(value, dict):
        for inner, one in value.items():
            yield from cells_of(one, inner if inner is not None else key)
    elif isinstance(value, list):
        for one in value:
            yield from cells_of(one, key)
    elif value is not None and not isinstance(value, bool):
        text = str(value)
        yield fold(key or ""), text[:-2] if isinstance(value, float) and text.endswith(".0") else text


class Row:
    def __init__(self, row):
        self.cells = [(key, clean(text)) for key, text in cells_of(row)]
        self.words = [words(text) for _, text in self.cells]
        self.digits = [re.sub(r"\D", "", text) for _, text in self.cells]
        self.glued = [re.sub(r"\s", "", text.lower()) for _, text in self.cells]
        self.all = " ".join(self.words)

    def says(self, text):
        wanted = words(text)
        return wanted == "  " or wanted == " " or any(wanted in cell for cell in self.words)

    def column(self, *names):
        return [text for key, text in self.cells if key in names]


class Places:
    """Communes of the table of reference, read anew."""

    def __init__(self, folder):
        self.of = {}
        self.named = {}
        self.postal = {}
        path = folder / "communes-2026.csv" if folder else None
        if not path or not path.exists():
            return
        with path.open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                own = row["code_insee"] if row["type"] == "commune-actuelle" else row["commune_parente"]
                if row["type"] == "commune-actuelle":
                    self.of[own] = row["nom"]
                    self.postal[own] = set(row["codes_postaux"].split("|"))
                self.named.setdefault(self.key(row["nom"]), set()).add(own)
                self.named.setdefault("#" + row["code_insee"], set()).add(own)
        former = pathlib.Path(__file__).parent / "../../src/territory/former.tsv"
        for line in former.read_text(encoding="utf-8").splitlines():
            own, name, code, _ = line.split("\t")
            self.named.setdefault(self.key(name), set()).add(own)
            self.named.setdefault("#" + code, set()).add(own)

    @staticmethod
    def key(name):
        text = words(re.sub(r"\(.*?\)|cedex.*$|\d+.*$", " ", name.lower().replace("s/", "sur ")))
        text = text.replace(" st ", " saint ").replace(" ste ", " sainte ").strip()
        return re.sub(r"^(le|la|les|l) ", "", text).replace(" ", "")

    def agrees(self, code, row):
        """Whether the row's own words lead to that commune: by its code, its name, or its postal code."""
        if code not in self.of:
            return not self.of
        if any(code in self.named.get("#" + cell.strip().zfill(5).upper(), ()) for _, cell in row.cells if len(cell.strip()) in (4, 5)):
            return True
        if any(code in self.named.get("#" + part, ()) for key, cell in row.cells if key == "id" for part in cell.split("-")):
            return True
        if any(code in self.named.get(self.key(cell), ()) for _, cell in row.cells if len(cell) < 60):
            return True
        return any(cell.strip().zfill(5) in self.postal[code] for _, cell in row.cells)


# --- the comparison


def number_is_held(number, row):
    digits = re.sub(r"\D", "", number)
    body = digits[1:] if digits.startswith("0") and len(digits) == 10 else digits
    if len(body) < 9:
        return any(re.search(rf"(?<!\d){re.escape(digits)}(?!\d)", re.sub(r"[ .]", "", text)) for _, text in row.cells)
    for (_, text), glued in zip(row.cells, row.digits):
        if body not in glued:
            continue
        spread = r"[^0-9+]{0,4}".join(body)
        fax = rf"(fax|copieu?r?|copie)[^0-9]{{0,14}}(\+?\d{{1,3}})?[^0-9]{{0,4}}0?{spread}"
        folded = fold(text)
        # « Tél : 1 | Fax : 1 » gives the number twice; « Tél/Fax : 1 » says that it is both.
        both = re.search(r"t[a-z]*l?[^0-9a-z]{1,5}(et )?fax", folded)
        if not both and body not in re.sub(r"\D", "", re.sub(fax, "", folded)):
            continue
        abroad = re.search(rf"(?:\+|\b00)[ ]?(\d{{2,3}})[^0-9]{{0,4}}(?:\(0\))?0?[^0-9]{{0,2}}{spread}", text)
        if abroad and abroad[1] not in ("33", body[:3]) and not body.startswith(abroad[1]):
            own = {"262": ("262", "263", "269", "639", "692", "693"), "590": ("590", "690", "691"), "594": ("594", "694"), "596": ("596", "696", "697"), "269": ("269", "639")}
            if body[:3] not in own.get(abroad[1], ()):
                continue
        return True
    return False


def site_goes_on(bare, row):
    """Whether the address is followed by more than a space wherever the row has it."""
    held = [text.lower() for _, text in row.cells if bare in text.lower()]
    return all(re.match(r"[^\s|;,.\"'«»)<]", text[text.find(bare) + len(bare) :]) for text in held) if held else True


def site_is_held(site, row):
    rest = re.sub(r"^https?://", "", site.lower())
    bare = re.sub(r"^www\.", "", rest)
    for cell in row.glued:
        at = cell.find(bare)
        if at >= 0:
            after = cell[at + len(bare) :]
            # An address cut in the middle is another address.
            if after == "" or not site_goes_on(bare, row) or re.match(r"""[|;,."'«»)<]|https?|www""", after):
                return True
    return False


TIME = r"(\d{1,2}):(\d{2})"


def hour_is_held(hour, minute, row):
    hour = int(hour)
    forms = {f"{hour:02}:{minute}", f"{hour}:{minute}", f"{hour}h{minute}", f"{hour:02}h{minute}", f"{hour}.{minute}", f"{hour:02}.{minute}"}
    if minute == "00":
        forms |= {f"{hour}h", f"{hour:02}h"}
    if any(form in cell for form in forms for cell in row.glued):
        return True
    return minute == "00" and any(re.search(rf"(?<!\d){hour:02}?(?!\d)|(?<!\d){hour}(?!\d)", text) for _, text in row.cells)


SENTENCE = re.compile(r"(?<=[.!?]) |\n")
OURS = ("Sur rendez-vous", "rendez-vous", "Fermé les jours fériés", "D’après l’annuaire", "Pour les personnes")


def faults(fields, row, places):
    """Key and value of each thing that the row does not hold."""
    for key in ("nom", "organisation", "resume"):
        if key in fields and not row.says(fields[key]):
            yield key, fields[key]
    for key in ("fait", "pour_qui"):
        for text in fields.get(key, []):
            if not row.says(text):
                yield key, text
    address = fields.get("adresse", {})
    mailing = fields.get("adresse_postale", {})
    for where, part in (("adresse", address), ("adresse_postale", mailing)):
        for key in ("nom", "rue", "complement"):
            text = part.get(key)
            # A street and its number may have a column each; a list of lines becomes one.
            pieces = [text] if text else []
            if text and not row.says(text):
                tokens = re.split(r", | ", text)
                splits = ([" ".join(tokens[:at]), " ".join(tokens[at:])] for at in range(1, len(tokens)))
                pieces = next((two for two in splits if all(row.says(part) for part in two)), text.split(", "))
            for piece in pieces:
                if not row.says(piece):
                    yield f"{where}.{key}", text
                    break
        code = part.get("code_postal")
        if code and not any(re.search(rf"(?<!\d)0?{code.lstrip('0')}(?!\d)", text.replace(" ", "")) for _, text in row.cells):
            yield f"{where}.code_postal", code
    if mailing.get("commune") and not row.says(mailing["commune"]):
        yield "adresse_postale.commune", mailing["commune"]
    code = fields.get("import", {}).get("commune", "")
    if not places.agrees(code, row):
        yield "import.commune", code
    if places.of and address.get("commune", places.of.get(code)) != places.of.get(code):
        yield "adresse.commune", address["commune"]
    phones = fields.get("telephone", [])
    for line in phones if isinstance(phones, list) else [{"numero": phones}]:
        if not number_is_held(line["numero"], row):
            yield "telephone", line["numero"]
        note = line.get("precision")
        if note and not note.startswith(OURS) and not all(row.says(part) for part in re.split(r", |\s(?=poste)", note)):
            yield "telephone.precision", note
    if "courriel" in fields and not any(fields["courriel"] in cell for cell in row.glued):
        yield "courriel", fields["courriel"]
    if "site" in fields and not site_is_held(fields["site"], row):
        yield "site", fields["site"]
    hours = fields.get("horaires", {})
    for hour, minute in re.findall(TIME, hours.get("osm", "")):
        if not hour_is_held(hour, minute, row):
            yield "horaires.osm", f"{hour}:{minute}"
    said = hours.get("precision", "")
    for sentence in SENTENCE.split(said):
        if sentence.strip() and not sentence.startswith(OURS) and "sur rendez-vous" not in sentence and not row.says(sentence):
            yield "horaires.precision", sentence
    cost = fields.get("cout", "")
    if cost and not row.says(cost.split()[0]):
        yield "cout", cost
    if "itinerant" in fields.get("mode_aide", []) and not re.search(r"itiner|bus|mobile|multisite|tournee|camion", row.all + fold(" ".join(k for k, _ in row.cells))):
        yield "mode_aide", "itinerant"
    date = fields.get("date_source", "")
    own = fields.get("import", {}).get("date", "")
    if date and date != own:
        year, *rest = date.split("-")
        if not any(year in text and all(part.lstrip("0") in text for part in rest) for _, text in row.cells):
            yield "date_source", date


# --- one file


def run(program, kind, path, folder):
    site = pathlib.Path(folder) / path.stem
    (site / "content").mkdir(parents=True)
    (site / "content" / "site.yaml").write_text('titre: Essai\nterritoires: ["29"]\n', encoding="utf-8")
    (site / "content" / "besoins.yaml").write_text(NEEDS, encoding="utf-8")
    command = [program, "importer", kind, str(path), "--licence", "ODbL 1.0", "--format", "json", "--site", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return f"{path.name}: {done.returncode} {done.stderr[-300:]}", None, []
    account = json.loads(done.stdout)
    sheets = [sheet(one.read_text(encoding="utf-8")) for one in sorted((site / "content" / "services").rglob("*.yaml"))]
    return None, account, sheets


IDS = ("id", "id_fs", "identifiant", "bfc_id", "id_lieumed")


def audit(path, account, sheets, places):
    rows = {}
    for raw in rows_of(path):
        ids = [text for key, text in cells_of(raw) if key in IDS]
        names = [raw[key] for key in raw if key and fold(str(key)).split(" ")[0] in ("nom", "nom_structure", "lib_fs") and raw[key]]
        for known in ids[:1] or [f"@{words(clean(str(name)))}" for name in names[:1]]:
            rows.setdefault(known, []).append(raw)
    wrong, compared = [], 0
    for fields in sheets:
        row_id = fields["import"]["identifiant"]
        found = rows.get(row_id) or rows.get(row_id.split("--", 1)[-1])
        if not found and "@" in row_id:
            found = rows.get("@" + words(fields["nom"]))
        if not found:
            wrong.append((row_id, "import.identifiant", row_id))
            continue
        compared += 1
        # Of rows of one name, the one that agrees best is the sheet's.
        best = min((list(faults(fields, Row(raw), places)) for raw in found), key=len)
        wrong += [(row_id, key, value) for key, value in best]
    totals = account["totaux"]
    placed = totals["communes_sures"] + totals["communes_malgre_un_code"]
    lost = sum(n for reason, n in account["raisons"].items() if reason in PLACE_REASONS)
    share = 100 * placed / max(1, placed + lost)
    return compared, wrong, share, totals


def main(program, folder):
    samples = pathlib.Path(folder) if folder else None
    known = samples is not None and samples.is_dir()
    if not known:
        print(f"annuaires : pas de dossier d’échantillons ({folder or 'aucun'}), seules les lignes de l’essai sont lues")
    places = Places(samples if known else None)
    failed = False
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        jobs = []
        for kind, name, text in OWN:
            path = work / name
            path.write_text(text, encoding="utf-8")
            jobs.append((kind, path, False))
        if known:
            jobs += [(kind, samples / name, True) for kind, name in FILES if (samples / name).exists()]
        with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
            results = list(pool.map(lambda job: run(program, job[0], job[1], work / "sites"), jobs))
        for (_, path, floor), (trouble, account, sheets) in zip(jobs, results):
            if trouble:
                print(trouble)
                failed = True
                continue
            compared, wrong, share, totals = audit(path, account, sheets, places)
            print(f"{path.stem:<40} {totals['lues']:>5} lignes {compared:>5} fiches comparées  {share:6.2f} % rattachées  {len(wrong)} valeurs étrangères")
            for row, key, value in wrong[:SHOWN]:
                print(f"    {row} {key} : {value}")
            if len(wrong) > SHOWN:
                print(f"    … et {len(wrong) - SHOWN} de plus")
            failed |= bool(wrong) or compared == 0 or (floor and share < FLOOR)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None))
