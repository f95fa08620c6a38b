"""Free texts: read one after the other, marked, commented; phrases kept for the next ones."""

import pytest
from django.utils import timezone

from classroom.gradebook import free_texts
from classroom.models import FreeAnswer, Phrase

pytestmark = pytest.mark.django_db

LESSON, NAME = "01_deviner_la_suite", "explique_1"
COPIES = "/prof/classe/LUNE/copies/"


@pytest.fixture
def write(make_pupil):
    def answer(pseudonym: str, text: str, lesson: str = LESSON, name: str = NAME) -> FreeAnswer:
        return FreeAnswer.objects.create(pupil=make_pupil(pseudonym), lesson=lesson, name=name, text=text)

    return answer


def sent(answer: FreeAnswer, **what) -> dict:
    which = {"eleve": answer.pupil.key, "lecon": answer.lesson, "texte": answer.name}
    return which | {"read": free_texts.print_of(answer.text), "points": "2", "comment": "Très clair."} | what


def waiting(classroom) -> list[str]:
    return [answer.pupil.pseudonym for answer in free_texts.to_read(classroom)]


def test_texts_come_in_the_order_of_the_course_then_of_names(classroom, write):
    write("Zoé", "un gâteau")
    write("Élise", "une part")
    write("Ana", "la perte", lesson="02_apprendre_des_erreurs", name="explique_2")
    assert waiting(classroom) == ["Élise", "Zoé", "Ana"]


def test_who_wrote_nothing_is_not_listed(classroom, write):
    write("Zoé", "")
    write("Élise", " \n\t ")
    write("Ana", "oui", name="question_disparue")
    assert waiting(classroom) == []


def test_a_mark_is_kept_and_the_next_text_comes(teacher_client, classroom, write):
    first, _ = write("Ana", "un gâteau"), write("Bob", "une part")
    FreeAnswer.objects.update(read_at=timezone.now())
    response = teacher_client.post(COPIES, sent(first), follow=True)
    first.refresh_from_db()
    assert (first.points, first.comment, first.marked_text) == (2, "Très clair.", "un gâteau")
    assert first.marked_at is not None
    assert first.read_at is None  # the pupil's dot
    assert waiting(classroom) == ["Bob"]
    page = response.content.decode()
    assert "une part" in page
    assert "C’est envoyé à Ana." in page


def test_the_button_says_how_many_are_left(teacher_client, write):
    for name in ("Ana", "Bob", "Cid"):
        write(name, "un gâteau")
    assert "Envoyer et lire la suivante (2)" in teacher_client.get(COPIES).content.decode()


def test_a_text_that_changes_after_its_mark_is_read_again(teacher_client, classroom, write):
    answer = write("Ana", "un gâteau")
    teacher_client.post(COPIES, sent(answer))
    FreeAnswer.objects.update(text="un gâteau, et des parts")
    assert waiting(classroom) == ["Ana"]
    page = teacher_client.get(COPIES).content.decode()
    assert "à relire" in page
    assert "Très clair." in page  # the comment given then
    FreeAnswer.objects.update(text="un gâteau")
    assert waiting(classroom) == []


def test_a_text_that_changes_while_it_is_read_is_not_marked_unseen(teacher_client, classroom, write):
    answer = write("Ana", "un gâteau")
    form = sent(answer, comment="Bravo <b>Ana</b>")
    FreeAnswer.objects.update(text="autre chose")
    page = teacher_client.post(COPIES, form).content.decode()
    answer.refresh_from_db()
    assert answer.marked_at is None
    assert "vient de changer son texte" in page
    assert "autre chose" in page
    assert "Bravo &lt;b&gt;Ana&lt;/b&gt;" in page  # what was typed is not lost
    assert 'value="2" required checked' in page


@pytest.mark.parametrize("points", ["", "4", "-1", "deux", "1.5"])
def test_points_that_the_question_does_not_give_are_asked_for_again(teacher_client, write, points):
    answer = write("Ana", "un gâteau")
    page = teacher_client.post(COPIES, sent(answer, points=points)).content.decode()
    answer.refresh_from_db()
    assert answer.marked_at is None
    assert "Très clair." in page


def test_a_phrase_is_kept_once_and_the_form_stays(teacher_client, teacher, write):
    answer = write("Ana", "un gâteau")
    for _ in range(2):
        page = teacher_client.post(COPIES, sent(answer, keep="1", comment="Et  la somme ?")).content.decode()
    answer.refresh_from_db()
    assert answer.marked_at is None
    assert [phrase.text for phrase in Phrase.objects.all()] == ["Et la somme ?"]
    assert 'data-phrase="Et la somme ?"' in page


def test_a_phrase_that_serves_comes_first_next_time(teacher_client, teacher, write):
    for text in ("Clair.", "Donne un exemple."):
        Phrase.objects.create(teacher=teacher, text=text)
    teacher_client.post(COPIES, sent(write("Ana", "un gâteau"), comment="Bien. Donne un exemple."))
    assert [phrase.text for phrase in Phrase.objects.all()] == ["Donne un exemple.", "Clair."]


def test_phrases_are_each_teachers_own(teacher_client, django_user_model, write):
    other = django_user_model.objects.create_user("m.durand", password="un autre secret")
    Phrase.objects.create(teacher=other, text="À lui seul.")
    write("Ana", "un gâteau")
    assert "À lui seul." not in teacher_client.get(COPIES).content.decode()


def test_a_hostile_text_is_only_text(teacher_client, write):
    text = "<script>alert(1)</script></blockquote>\u202egnol\x07"
    answer = write("Ana", text)
    for address in (COPIES, f"/prof/eleve/{answer.pupil.key}/?lecon={LESSON}"):
        page = teacher_client.get(address).content.decode()
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "<script>alert" not in page
        assert "\u202e" not in page
    teacher_client.post(COPIES, sent(answer))
    answer.refresh_from_db()
    assert answer.marked_text == text  # shown without its disguise, kept as written


def test_a_long_comment_is_cut_not_refused(teacher_client, write):
    answer = write("Ana", "un gâteau")
    teacher_client.post(COPIES, sent(answer, comment="a" * 5000))
    answer.refresh_from_db()
    assert len(answer.comment) == free_texts.LONGEST_COMMENT


def test_texts_of_another_class_are_not_found(teacher_client, django_user_model, classroom, make_pupil):
    other = django_user_model.objects.create_user("m.durand", password="un autre secret")
    theirs = type(classroom).objects.create(code="MARS", name="5e A", teacher=other)
    answer = FreeAnswer.objects.create(pupil=make_pupil("Ana", theirs), lesson=LESSON, name=NAME, text="un gâteau")
    assert teacher_client.post(COPIES, sent(answer)).status_code == 404
    assert teacher_client.get(f"{COPIES}?eleve={answer.pupil.key}&lecon={LESSON}&texte={NAME}").status_code == 404
    answer.refresh_from_db()
    assert answer.marked_at is None


def test_when_all_is_read_the_page_says_so(teacher_client, classroom):
    assert "Tout est lu" in teacher_client.get(COPIES).content.decode()
