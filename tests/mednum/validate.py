"""Validates a CSV of « eliane exporter mednum » with the published schema, then proves that the check can fail."""

import csv
import io
import json
import pathlib
import sys

from frictionless import Checklist, Resource, Schema, formats

HERE = pathlib.Path(__file__).parent
# As data: the library takes no path outside its working folder.
SCHEMA = Schema.from_descriptor(json.loads((HERE / "schema-1.0.2.json").read_text(encoding="utf-8")))


def faults(text):
    """What the validator says of a CSV, one line each."""
    resource = Resource(
        data=text.encode("utf-8"),
        format="csv",
        schema=SCHEMA,
        encoding="utf-8",
        control=formats.CsvControl(delimiter=","),
    )
    report = resource.validate(Checklist())
    return [" ".join(error) for error in report.flatten(["type", "message"])]


def written(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def changed(rows, column, value):
    """The rows with another value in the first place."""
    at = rows[0].index(column)
    first = list(rows[1])
    first[at] = value
    return written([rows[0], first, *rows[2:]])


def mutants(rows):
    yield "short number", changed(rows, "telephone", "3646")
    yield "number by pairs", changed(rows, "telephone", "02 98 85 99 08")
    yield "postal code", changed(rows, "code_postal", "2980")
    yield "INSEE code", changed(rows, "code_insee", "2910A")
    yield "list split by ;", changed(
        rows, "services", "Aide aux démarches administratives;Maîtrise des outils numériques du quotidien"
    )
    yield "unknown word first", changed(rows, "services", "Inconnu|Aide aux démarches administratives")
    yield "date", changed(rows, "date_maj", "01/08/2024")
    yield "no name", changed(rows, "nom", "")
    yield "pivot", changed(rows, "pivot", "123")
    yield "same id", written([*rows, rows[1]])
    yield "column away", written([row[:-1] for row in rows])
    yield "columns exchanged", written([[row[1], row[0], *row[2:]] for row in rows])


def main(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(text)))
    found = faults(text)
    if found:
        print(*found, sep="\n", file=sys.stderr)
        return 1
    if len(rows) < 2:
        print("no place was written", file=sys.stderr)
        return 1
    accepted = [name for name, mutant in mutants(rows) if not faults(mutant)]
    if accepted:
        print("accepted though broken:", ", ".join(accepted), file=sys.stderr)
        return 1
    print(f"{len(rows) - 1} places valid; {len(list(mutants(rows)))} broken files refused")
    return 0


sys.exit(main(sys.argv[1]))
