"""Every single tampering with a pack is found and named; a pack as it was built agrees with itself."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, BooleanObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from briefing.finishing import impose
from briefing.finishing.opened import open_pack
from briefing.finishing.verify import verify
from briefing.model.problem import BriefingError
from tests.finishing.tampering import (
    File,
    append_content,
    attach_instead,
    catalog,
    changed,
    edit_pack,
    element,
    file_of,
    found,
    replace_in_file,
    replace_in_metadata,
    replace_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfWriter

    from briefing.model.problem import Problem

WRITTEN_ANEW = "identity-differs"

# Words on pages: what stands there, what is put in its place, words that the page has too, and the code that names it.
WORDS = {
    "a word of a quote": ("tanggung jawab besar", "tanggung jawab kecil", "Kutipan utama", "quote-not-in-source"),
    "a word less in a quote": ("sehingga tidak terseret", "sehingga terseret", "Kutipan utama", "quote-not-in-source"),
    "the mark of words left out": ("pemerintahan [...]", "pemerintahan", "Kutipan utama", "quote-not-in-source"),
    "a word of the English of a quote": ("a great responsibility", "a small responsibility", "Kutipan utama", "pages-differ"),
    "a word of English": ("stressed", "denied", "One-page summary", "pages-differ"),
    "a number in English": ("Five news", "Four news", "", "pages-differ"),
    "the name below a quote": ("Mokhamad Sugiarto", "Mokhamad Sugianto", "Artikel 5 dari 2", "quote-speaker"),
    "a degree below a quote": (", S.IP., M.Si.", ", S.H., M.Si.", "Artikel 5 dari 2", "quote-speaker"),
    "an office below a quote": (", Ketua Panwaslu", ", Anggota Panwaslu", "Pernyataan tidak langsung", "quote-speaker"),
    "an office in the facts": (", Sekretaris Daerah", ", Asisten Daerah", "Fakta", "pages-differ"),
    "a paragraph below a quote": ("¶ 11", "¶ 12", "Istilah di dalamnya", "quote-paragraph"),
    "a name in the list of speakers": ("Jumani", "Jumadi", "Menurut urutan kemunculan", "pages-lack"),
    "an office in the list of speakers": ("Camat Purwodadi", "Lurah Purwodadi", "Menurut urutan kemunculan", "pages-differ"),
    "a number of quotes": ("6", "7", "Menurut urutan kemunculan", "pages-lack"),
    "a law as printed": ("Undang-Undang Nomor 5 Tahun 2014", "Undang-Undang Nomor 6 Tahun 2014", "Cek regulasi", "pages-differ"),
    "the status of a law": ("dicabut", "berlaku", "Cek regulasi", "words-changed"),
    "the successor of a law": ("UU 20/2023", "UU 21/2023", "Cek regulasi", "pages-differ"),
    "the day of a repeal": ("31 Oktober 2023", "30 Oktober 2023", "Cek regulasi", "pages-differ"),
    "a word of a rule": ("benturan dan", "banturan dan", "Larangan", "pages-differ"),
    "a code of a rule": ("K19", "K91", "Hak", "words-changed"),
    "a title": ("Serentak Tahun 2024", "Serentak Tahun 2029", "Pemilihan", "pages-differ"),
    "a place": ("Kecamatan Purwodadi", "Kecamatan Purworejo", "Artikel 5 dari 2", "words-changed"),
    "the day of a fact": ("11 Agustus 2024", "12 Agustus 2024", "Fakta", "pages-differ"),
    "a figure": ("9", "8", "Ringkasan satu halaman", "pages-lack"),
    "a source": ("Bawaslu Kabupaten Pasuruan", "Bawaslu Kabupaten Pasaman", "Fakta", "words-changed"),
    "the words of a tag": ("Terjemahan proyek, belum", "Terjemahan proyek, sudah", "Kutipan utama", "tag-worded"),
    "who reviewed": ("Siti Aminah", "Siti Aisyah", "Fakta", "tag-differs"),
    "a term": ("voting booth", "polling booth", "Glosarium", "pages-differ"),
    "a digest": ("b630f65a", "b630f65b", "Sumber dan metode", "pages-differ"),
    "the day of the catalogue": ("25 November 2026", "25 November 2027", "Katalog hukum", "pages-differ"),
    "a phrase of a form": ("7 hari", "9 hari", "", "words-changed"),
    "the mark of a draft": ("DRAF", "SAH", "Fakta", "page-changed"),
}


def set_key(*path: str | int, value: object) -> Callable[[File], None]:
    """Return the change of one value of pack.json."""

    def edit(content: Any) -> None:
        for step in path[:-1]:
            content = content[step]
        assert content[path[-1]] != value
        content[path[-1]] = value

    return lambda file: edit_pack(file, edit)


def set_entry(*path: str, value: Any) -> Callable[[File], None]:
    """Return the change of one entry of the catalogue."""

    def change(file: File) -> None:
        found = catalog(file)
        for step in path[:-1]:
            found = found[step]
        if value is None:
            del found[path[-1]]
        else:
            found[NameObject(path[-1])] = value

    return change


def swap_speakers(file: File) -> None:
    first, second = element(file, "BlockQuote", number=0), element(file, "BlockQuote", "indirect")
    first["/K"][1], second["/K"][1] = second["/K"][1], first["/K"][1]


def swap_sources(file: File) -> None:
    first, second = (file_of(file, f"artikel-{number}.txt").get_data() for number in (1, 5))
    attach_instead(file, "artikel-1.txt", second)
    attach_instead(file, "artikel-5.txt", first)


def add_a_file(file: File, called: str = "artikel-9.txt") -> None:
    stream = DecodedStreamObject()
    stream.set_data(b"x")
    name = TextStringObject(called)
    added = DictionaryObject({NameObject("/F"): name, NameObject("/UF"): name, NameObject("/EF"): DictionaryObject({NameObject("/F"): stream})})
    catalog(file)["/Names"]["/EmbeddedFiles"]["/Names"].extend([name, added])


def name_another_author(file: File) -> None:
    assert isinstance(file, PdfReader)
    file.trailer["/Info"].get_object().update({NameObject("/Author"): TextStringObject("Orang lain")})  # type: ignore[union-attr]


def remove_source(file: File) -> None:
    names = catalog(file)["/Names"]["/EmbeddedFiles"]["/Names"]
    place = names.index("artikel-5.txt")
    del names[place : place + 2]


def retitle(tag: str, title: str, new: str) -> Callable[[File], None]:
    return lambda file: element(file, tag, title).update({NameObject("/T"): TextStringObject(new)})


def retag(file: File) -> None:
    element(file, "BlockQuote")[NameObject("/S")] = NameObject("/Div")


def count_otherwise(file: File) -> None:
    """Change the number of the project's translations in the colophon."""
    table = element(file, "Table", "origins")
    row, other = table["/K"][3].get_object(), table["/K"][1].get_object()
    row["/K"][1], other["/K"][1] = other["/K"][1], row["/K"][1]


def disguise_a_letter(file: File) -> None:
    """Let the text layer read b where a is drawn."""
    fonts: Any = file.pages[2]["/Resources"]["/Font"]  # type: ignore[index]
    stream = next(iter(fonts.values())).get_object()["/ToUnicode"].get_object()
    stream.set_data(stream.get_data().replace(b"<61> <0061>", b"<61> <0062>"))


def cover_with_a_note(file: File) -> None:
    note = DictionaryObject({NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/FreeText")})
    file.pages[3][NameObject("/Annots")] = ArrayObject([note])


def lead_elsewhere(file: File) -> None:
    links = [link.get_object() for page in file.pages for link in page.get("/Annots", [])]
    link = next(link for link in links if "/A" in link)
    link["/A"][NameObject("/URI")] = TextStringObject("https://contoh.invalid/")


OTHERS: dict[str, tuple[Callable[[File], None], str]] = {
    "a quote under another speaker": (swap_speakers, "quote-speaker"),
    "a quote that is none any more": (retag, "quote-missing"),
    "a quote of another article": (retitle("Sect", "article-1", "article-9"), "quote-unknown"),
    "a tag of another origin": (retitle("P", "project", "reviewed"), "tag-worded"),
    "a count of the colophon": (count_otherwise, "origins-counted"),
    "words added": (lambda file: append_content(file, 4, "BT /F1+0 9 Tf 1 0 0 1 60 400 Tm (DIBATALKAN) Tj ET"), "words-untagged"),
    "words covered": (lambda file: append_content(file, 4, "/Artifact BMC 1 1 1 rg 50 300 200 40 re f EMC"), "page-changed"),
    "a letter disguised": (disguise_a_letter, "glyph-differs"),
    "a note on a page": (cover_with_a_note, "annotation-added"),
    "a link elsewhere": (lead_elsewhere, "link-differs"),
    "a script": (set_entry("/OpenAction", value=DictionaryObject({NameObject("/S"): NameObject("/JavaScript")})), "file-acts"),
    "no tags": (set_entry("/MarkInfo", "/Marked", value=BooleanObject(False)), "conformance-differs"),
    "no language": (set_entry("/Lang", value=None), "conformance-differs"),
    "no colour profile": (set_entry("/OutputIntents", value=None), "conformance-differs"),
    "another part of PDF/A": (lambda file: replace_in_metadata(file, "<pdfaid:part>3", "<pdfaid:part>2"), "conformance-differs"),
    "no PDF/UA": (lambda file: replace_in_metadata(file, "<pdfuaid:part>1</pdfuaid:part>", ""), "conformance-differs"),
    "another title in XMP": (lambda file: replace_in_metadata(file, "Netralitas ASN", "Kampanye ASN"), "metadata-differs"),
    "another date in XMP": (lambda file: replace_in_metadata(file, "2024-08-11T", "2024-08-12T"), "metadata-differs"),
    "another author": (name_another_author, "metadata-differs"),
    "a word of a source": (lambda file: replace_in_file(file, "artikel-1.txt", "tanggung jawab besar", "tanggung jawab kecil"), "attachment-changed"),
    "sources swapped": (swap_sources, "attachment-changed"),
    "a source gone": (remove_source, "attachment-missing"),
    "a source unnumbered": (lambda file: replace_in_file(file, "artikel-5.txt", "¶2 ", "¶3 "), "attachment-unreadable"),
    "a file added": (add_a_file, "attachment-unknown"),
    "two files of one name": (lambda file: add_a_file(file, "artikel-1.txt"), "attachment-unreadable"),
    "a role of a file": (
        lambda file: catalog(file)["/AF"][0].get_object().update({NameObject("/AFRelationship"): NameObject("/Data")}),
        "attachment-differs",
    ),
    "no JSON": (lambda file: attach_instead(file, "pack.json", b"{"), "attachment-unreadable"),
    "JSON of something else": (lambda file: attach_instead(file, "pack.json", b"[1]"), "attachment-unreadable"),
    "a speaker in JSON": (set_key("articles", 0, "quotes", 0, "reference", "person", value="m-mafud-nizar"), "quote-speaker"),
    "a name in JSON": (set_key("people", 0, "name", value="Junaedi"), "quote-speaker"),
    "a quote in JSON": (
        set_key("articles", 1, "quotes", 0, "text", "id", value="Kepada seluruh ASN saya harap bersikap netral"),
        "pack-not-in-source",
    ),
    "a quote out of JSON": (lambda file: edit_pack(file, lambda content: content["articles"][1]["quotes"].pop()), "quote-unknown"),
    "a paragraph in JSON": (set_key("articles", 0, "quotes", 0, "reference", "paragraph", value=5), "quote-paragraph"),
    "a law in JSON": (set_key("law", 0, "printed", value="Undang-Undang Nomor 6 Tahun 2014"), "pack-not-in-source"),
    "a count in JSON": (set_key("english", "reviewed", value=7), "english-counted"),
    "an origin in JSON": (set_key("articles", 0, "quotes", 0, "text", "en", "origin", value="composed"), "tag-differs"),
    "a lead in JSON": (set_key("articles", 0, "lead", 0, "en", "text", value="Jumani spoke of sanctions."), "pages-differ"),
    "what is told in JSON": (set_key("articles", 1, "quotes", 0, "told", "en", "text", value="Speaks of sanctions."), "pages-differ"),
    "a verb in JSON": (set_key("articles", 0, "quotes", 0, "cue", value="imbuh"), "quote-speaker"),
    "a hash in JSON": (set_key("articles", 0, "sha256", value="0" * 64), "attachment-differs"),
    "a date in JSON": (set_key("articles", 0, "event_date", value="2024-10-29"), "metadata-differs"),
    "an article out of JSON": (lambda file: edit_pack(file, lambda content: content["articles"].pop()), "articles-counted"),
}


def codes(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.code for problem in problems}


def test_a_pack_agrees_with_itself(pack: bytes) -> None:
    verdict = verify(pack, "paket.pdf")

    assert verdict.problems == ()
    assert verdict.counts["quotes"] == 9
    assert verdict.counts["files"] == 3


def test_a_pack_that_another_program_wrote_anew_says_so_and_nothing_else(pack: bytes) -> None:
    assert codes(verify(changed(pack, lambda _: None), "paket.pdf").problems) == {WRITTEN_ANEW}


@pytest.mark.parametrize("what", WORDS)
def test_other_words_on_a_page_are_found_and_named(pack: bytes, what: str) -> None:
    old, new, near, code = WORDS[what]
    problems = found(pack, lambda file: replace_words(file, old, new, near))

    named = [" ".join(map(str, problem.arguments.values())) for problem in problems if problem.code == code]
    assert named, codes(problems)
    fresh = [word for word in new.split() if word not in old.split()]
    assert code in {"page-changed", "pages-lack"} or any(all(word in words for word in fresh) for words in named), named
    assert codes(problems) & {"words-changed", "page-changed"}


@pytest.mark.parametrize("what", OTHERS)
def test_other_changes_are_found_and_named(pack: bytes, what: str) -> None:
    change, code = OTHERS[what]

    assert code in codes(found(pack, change))


def test_a_page_that_is_gone_is_told(pack: bytes) -> None:
    assert "pages-counted" in codes(verify(changed(pack, lambda writer: writer.remove_page(7)), "paket.pdf").problems)


def test_words_changed_on_the_page_and_in_json_alike_do_not_pass(pack: bytes) -> None:
    def change(file: File) -> None:
        replace_words(file, "tanggung jawab besar", "tanggung jawab kecil", "Kutipan utama")
        edit_pack(
            file, lambda content: content["articles"][0]["quotes"][0]["text"].update(id=less(content["articles"][0]["quotes"][0]["text"]["id"]))
        )

    def less(words: str) -> str:
        return words.replace("besar", "kecil")

    assert {"quote-not-in-source", "pack-not-in-source"} <= codes(found(pack, change))


def test_what_was_added_to_the_end_is_told(pack: bytes) -> None:
    place = pack.rindex(b"startxref")

    assert "file-updated" in codes(verify(pack + pack[place:], "paket.pdf").problems)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"bukan PDF", b"%PDF-1.7\n" + bytes(5000)])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    with pytest.raises(BriefingError) as error:
        verify(data, "a.pdf")
    assert error.value.code == "pack-broken"


def test_half_a_pack_is_told(pack: bytes) -> None:
    with pytest.raises(BriefingError) as error:
        verify(pack[: len(pack) // 2], "a.pdf")
    assert error.value.code == "pack-broken"


def test_a_pdf_of_another_program_is_told(pack: bytes) -> None:
    def foreign(writer: PdfWriter) -> None:
        for key in ("/PieceInfo", "/Names", "/AF"):
            del catalog(writer)[key]

    with pytest.raises(BriefingError) as error:
        verify(changed(pack, foreign), "a.pdf")
    assert error.value.code == "pack-foreign"


def test_no_flipped_byte_goes_unseen_or_ends_in_a_fault_of_ours(pack: bytes) -> None:
    chance = random.Random(20241023)
    for _ in range(12):
        data = bytearray(pack)
        for _ in range(chance.choice([1, 1, 8])):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        with suppress(BriefingError):  # what cannot be read at all is told as well
            assert verify(bytes(data), "a.pdf").problems
            impose.booklet(bytes(data), "a.pdf")


def test_words_are_read_from_the_page_content(pack: bytes) -> None:
    opened = open_pack(pack, "paket.pdf")

    assert "Jumani, Sekretaris Daerah Kabupaten Pati ¶ 4" in opened.sections["article-1"].text
    assert {"cover", "summary", "rules", "law", "speakers", "glossary", "sources"} < opened.sections.keys()
