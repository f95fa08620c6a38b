"""From a list of names, whatever its shape, to the pupils of a class."""

import contextlib
import doctest
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from classroom.gates.secret_words import words_of
from classroom.models import Classroom, Pupil
from classroom.roster import pseudonyms
from classroom.roster.enrolment import Refused, enrol, propose, rename
from classroom.roster.name_list import MAX_BYTES, UnreadableList, decode_list, read_list
from classroom.roster.pseudonyms import LONGEST, numbered, shorten, tidy, told_apart

pytestmark = pytest.mark.django_db


def first_names(text):
    return [one.first for one in read_list(text).people]


def names(text, existing=()):
    return [line.pseudonym for line in propose(read_list(text), existing) if line.keep]


@pytest.mark.parametrize(
    "text",
    [
        "Zoé\nLéa\n",
        "\n\n  Zoé  \r\n\r\n\tLéa\r\n\n",
        "Prénom\nZoé\nLéa",
        "PRENOM\nZoé\nLéa",
        "Pseudo\nZoé\nLéa",
        "Nom;Prénom\nRoy;Zoé\nBlin;Léa",
        "Prénom,Nom\nZoé,Roy\nLéa,Blin",
        "Nom\tPrénom\tClasse\nROY\tZoé\t5e B\nBLIN\tLéa\t5e B",
        "N°;Nom;Prénom;Né le;Courriel\n1;ROY;Zoé;12/03/2014;zoe@x.fr\n2;BLIN;Léa;01/09/2013;lea@x.fr",
        "Élève\nROY Zoé\nBLIN Léa",
        '"Nom";"Prénom"\n"Roy";"Zoé"\n"Blin, de la Tour";"Léa"',
        "ROY;Zoé\nBLIN;Léa",
        "Zoé;ROY\nLéa;BLIN",
        "1. Zoé\n2. Léa",
        "- Zoé\n• Léa",
        "ZOÉ\nLÉA",
        "Roy;Zoé\nBlin;Léa",
        "Zoé;;\n;;\nLéa;;",
    ],
)
def test_first_names_are_found_in_every_kind_of_list(text):
    assert first_names(text) == ["Zoé", "Léa"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_encoding_of_excel_is_read(encoding):
    assert first_names(decode_list("Nom;Prénom\nRoy;Zoé\nBlin;Léa\n".encode(encoding))) == ["Zoé", "Léa"]


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n\x00\x00\x00"]
)
def test_a_file_that_is_not_text_is_recognised_and_the_way_out_is_told(start):
    with pytest.raises(UnreadableList, match="format CSV"):
        decode_list(start + bytes(range(256)))


@pytest.mark.parametrize("text", ["", "\n;;\n", "Nom;Prénom\n", "123\n456\n", "\ufeff\u202e\u200b"])
def test_a_list_without_names_says_so(text):
    with pytest.raises(UnreadableList, match="aucun"):
        read_list(text)


def test_too_long_a_list_is_refused():
    with pytest.raises(UnreadableList, match="200"):
        read_list("\n".join(f"Élève {chr(65 + n // 26)}{chr(97 + n % 26)}" for n in range(201)))


def test_too_big_a_file_is_refused():
    with pytest.raises(UnreadableList, match="trop gros"):
        decode_list(b"a" * (MAX_BYTES + 1))


@pytest.mark.parametrize("text", ['"' * 999, ";" * 9999 + "\nZoé", "a" * 200_000, "\x00" * 50 + "Zoé", "\ud800;é"])
def test_no_text_whatever_breaks_the_reading(text):
    with contextlib.suppress(UnreadableList):
        assert read_list(text).people


def test_an_open_quote_does_not_swallow_the_rest_of_the_list():
    assert len(first_names('Zoé\n"Léa\nTom')) == 3


def test_the_teacher_may_say_in_which_column_first_names_are():
    text = "Zoé;Roy\nLéa;Blin"
    guess = read_list(text)
    assert (guess.guessed, guess.chosen) == (True, 1)
    assert [one.first for one in read_list(text, column=0).people] == ["Zoé", "Léa"]
    assert [one.first for one in read_list(text, column=7).people] == ["Roy", "Blin"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Zo\u202eé", "Zoé"),
        ("<script>Léa</script>", "scriptLéascript"),
        ("Léa\u200b\u00ad\x07", "Léa"),
        ("e\u0301lodie", "élodie"),
        ("l'été", "l’été"),
        ("=CMD|' /C calc'!A0", "CMD’ C calc’A0"),
        ("😀", ""),
        ("محمد", "محمد"),
        ("Léa B.", "Léa B."),
    ],
)
def test_a_name_keeps_letters_only(typed, kept):
    assert tidy(typed) == tidy(kept)
    assert tidy(typed).startswith(kept[:1])
    assert not set("<>=😀\u202e\u200b") & set(tidy(typed))


def test_the_examples_in_the_documentation_hold():
    assert doctest.testmod(pseudonyms).failed == 0


def test_accents_do_not_pile_up():
    assert len(tidy("Zoé" + "\u0301" * 60)) <= 5


def test_names_are_cut_to_what_a_card_holds():
    assert shorten("Maximilien-Alexandre de la Tour") == "Maximilien-Alexandre de la"
    assert len(shorten("a" * 99)) == LONGEST


def test_two_leas_are_told_apart_by_the_initial_of_a_name_that_is_not_kept():
    text = "Nom;Prénom\nBernard;Léa\nMoreau;Léa\nRoy;Tom"
    lines = propose(read_list(text), [])
    assert [line.pseudonym for line in lines] == ["Léa B.", "Léa M.", "Tom"]
    assert [bool(line.remark) for line in lines] == [True, True, False]


def test_homonyms_without_family_names_get_a_number():
    assert names("Léa\nTom\nlea") == ["Léa", "Tom", "lea 2"]


def test_the_same_person_twice_is_one_line_to_check():
    lines = propose(read_list("Nom;Prénom\nRoy;Tom\nBlin;Léa\nRoy;Tom"), [])
    assert [(line.pseudonym, line.keep) for line in lines] == [("Tom", True), ("Léa", True), ("Tom", False)]


def test_names_told_apart_are_all_different():
    assert told_apart([("Léa", "Blin"), ("Léa", "Bloch"), ("Léa", "Blois")]) == ["Léa Bli.", "Léa Blo.", "Léa Blo. 2"]
    assert numbered(["Léa Blo.", "Léa Blo.", "LEA BLO"]) == ["Léa Blo.", "Léa Blo. 2", "LEA BLO 3"]


def test_importing_the_same_list_again_adds_nobody(classroom):
    text = "Nom;Prénom\nBernard;Léa\nMoreau;Léa\nRoy;Tom\nRoy;Tom\nde la Tour du Pin;Maximilien-Alexandre de la Tour"
    enrol(classroom, names(text))
    existing = list(classroom.pupils.values_list("pseudonym", flat=True))
    again = propose(read_list(text), existing)
    assert [line for line in again if line.keep] == []


def test_a_list_that_may_hold_someone_of_the_class_under_another_name_is_to_check():
    lines = propose(read_list("Nom;Prénom\nBernard;Léa\nMoreau;Léa"), ["Léa"])
    assert all("même personne" in line.remark for line in lines)


def test_each_pupil_gets_words_of_their_own(classroom):
    pupils = enrol(classroom, ["Zoé", "Léa", "Tom"])
    assert len({words_of(pupil) for pupil in pupils}) == 3
    assert len({pupil.secret_mark for pupil in Pupil.objects.all()}) == 3


def test_enrolling_is_all_or_nobody(classroom):
    with pytest.raises(Refused):
        enrol(classroom, ["Zoé", "Léa", "LEA"])
    assert not classroom.pupils.exists()


def test_a_class_has_a_greatest_size(classroom):
    enrol(classroom, [f"Élève {chr(65 + n // 26)}{chr(97 + n % 26)}" for n in range(199)])
    with pytest.raises(Refused, match="200"):
        enrol(classroom, ["Zoé", "Léa"])


@pytest.mark.parametrize("name", ["", "  ", "😀", "a" * (LONGEST + 1), "Léa", "LEA"])
def test_a_pupil_cannot_take_such_a_name(classroom, name):
    zoe, _ = enrol(classroom, ["Zoé", "Léa"])
    with pytest.raises(Refused):
        rename(zoe, name)
    zoe.refresh_from_db()
    assert zoe.pseudonym == "Zoé"


def test_a_pupil_may_take_their_own_name_with_other_capitals(classroom):
    (zoe,) = enrol(classroom, ["zoe"])
    rename(zoe, "Zoé")
    assert classroom.pupils.get().pseudonym == "Zoé"


# ---------- the pages ----------


def address(classroom: Classroom, page: str = "") -> str:
    return f"/prof/classe/{classroom.code}/eleves/{page}"


def test_a_pasted_list_is_previewed_and_nobody_is_enrolled_yet(teacher_client, classroom):
    page = teacher_client.post(address(classroom, "import/"), {"text": "Zoé\nLéa\nLéa"})
    assert "3 élèves lus, 2 à vérifier" in page.text
    assert not classroom.pupils.exists()


def test_a_file_is_previewed(teacher_client, classroom):
    file = SimpleUploadedFile("5eB.csv", "Nom;Prénom\nRoy;Zoé\n".encode("utf-16"))
    page = teacher_client.post(address(classroom, "import/"), {"file": file, "text": ""})
    assert "1 élève lu<" in page.text
    assert 'value="Zoé"' in page.text


def test_a_spreadsheet_is_explained_and_what_was_pasted_stays(teacher_client, classroom):
    file = SimpleUploadedFile("5eB.xlsx", io.BytesIO(b"PK\x03\x04 ...").getvalue())
    page = teacher_client.post(address(classroom, "import/"), {"file": file, "text": "Zoé"})
    assert page.status_code == 400
    assert "format CSV" in page.text
    assert ">Zoé</textarea>" in page.text


def test_a_huge_file_is_refused_without_being_read_whole(teacher_client, classroom):
    file = SimpleUploadedFile("noms.csv", b"a" * (3 << 20))
    assert "trop gros" in teacher_client.post(address(classroom, "import/"), {"file": file}).text


def test_an_empty_form_is_explained(teacher_client, classroom):
    assert "Collez une liste" in teacher_client.post(address(classroom, "import/"), {"text": ""}).text


def test_ticked_lines_are_enrolled_as_edited_and_family_names_are_nowhere(teacher_client, classroom):
    text = "Nom;Prénom\nBernardin;Léa\nMoreau;Léa\nRoyer;Tom"
    preview = teacher_client.post(address(classroom, "import/"), {"text": text})
    assert preview.status_code == 200
    teacher_client.post(
        address(classroom, "inscrire/"), {"pseudonym": ["Léa la grande", "Léa M.", "Tom"], "keep": ["0", "2"]}
    )
    assert sorted(classroom.pupils.values_list("pseudonym", flat=True)) == ["Léa la grande", "Tom"]
    stored = str(list(Pupil.objects.values()))
    assert "Bernardin" not in stored and "Royer" not in stored


def test_edited_names_that_clash_come_back_with_the_reason_and_nobody_is_enrolled(teacher_client, classroom):
    enrol(classroom, ["Zoé"])
    page = teacher_client.post(
        address(classroom, "inscrire/"), {"pseudonym": ["Tom", "zoe", "", "tom"], "keep": ["0", "1", "2", "3"]}
    )
    assert page.text.count("déjà pris") == 2
    assert "Écrivez un prénom" in page.text
    assert classroom.pupils.count() == 1


def test_one_pupil_is_added(teacher_client, classroom):
    page = teacher_client.post(address(classroom, "inscrire/"), {"pseudonym": "Zoé", "keep": "0"}, follow=True)
    assert "Zoé est dans la classe" in page.text
    assert " · ".join(words_of(classroom.pupils.get())) in page.text


def test_a_name_is_never_taken_for_html(teacher_client, classroom):
    page = teacher_client.post(address(classroom, "import/"), {"text": "<b>Zoé</b>\n<script>alert(1)</script>"})
    assert "<script>alert" not in page.text and "<b>Zoé" not in page.text


def test_renaming_keeps_the_card(teacher_client, classroom):
    (zoe,) = enrol(classroom, ["Zoé"])
    teacher_client.post(f"/prof/eleve/{zoe.key}/renommer/", {"pseudonym": "Zoé la brave"})
    renamed = classroom.pupils.get()
    assert (renamed.pseudonym, words_of(renamed)) == ("Zoé la brave", words_of(zoe))


def test_new_words_close_the_pupils_open_visits_and_show_the_new_card(teacher_client, client_of, classroom):
    (zoe,) = enrol(classroom, ["Zoé"])
    before = words_of(zoe)
    browser = client_of(zoe)
    page = teacher_client.post(f"/prof/eleve/{zoe.key}/mots/", follow=True)
    zoe.refresh_from_db()
    assert words_of(zoe) != before
    assert all(word in page.text for word in words_of(zoe))
    assert browser.get("/parcours/").status_code == 302


def test_deleting_says_what_goes_and_takes_a_press(teacher_client, classroom):
    (zoe,) = enrol(classroom, ["Zoé"])
    where = f"/prof/eleve/{zoe.key}/supprimer/"
    assert "0 essais" in teacher_client.get(where).text
    assert classroom.pupils.exists()
    teacher_client.post(where)
    assert not classroom.pupils.exists()
