"""The press page about the home affairs meeting at Brdo, its photo and its video."""

from django.core.files.base import ContentFile

from events.models import Session, Statement
from forum.demo.brdo import BRDO, HOME_AFFAIRS_DAY
from forum.demo.brdo_texts import TEXTS
from forum.demo.pages import enter_page
from forum.demo.picture import group_photo
from forum.demo.quotes import QUOTES
from forum.demo.records import enter, label, uid_of
from press.models import NotAStatement, Photo, PhotoText, PressPagePhoto, PressPageStatement, Video

SLUG = "western-balkans-ministers-back-joint-management-of-migration-and-security"

CAPTIONS = label(
    "Group photo of the ministers at Brdo. A drawing stands in for the original photograph by PSEU.",
    "Photo de groupe des ministres à Brdo. Un dessin tient lieu de la photographie originale de PSEU.",
    "Skupinska fotografija ministrov na Brdu. Namesto izvirne fotografije avtorja PSEU je tu risba.",
    "Групна фотографија на министрите во Брдо. Наместо оригиналната фотографија на PSEU стои цртеж.",
    "Групна фотографија министара на Брду. Уместо оригиналне фотографије аутора PSEU стоји цртеж.",
)
ALTERNATIVES = label(
    "Drawing: three rows of figures without faces, in suits and dresses, on the steps of a terrace. Behind them "
    "thirteen flags, the one in the middle blue with a circle of golden stars; then woods and mountains with snow.",
    "Dessin\xa0: trois rangées de personnages sans visage, en costume ou en tailleur, sur les marches d’une terrasse. "
    "Derrière eux treize drapeaux, celui du milieu bleu avec un cercle d’étoiles dorées, puis des forêts et des "
    "montagnes enneigées.",
    "Risba: tri vrste postav brez obrazov, v oblekah in kostimih, na stopnicah terase. Za njimi trinajst zastav, "
    "srednja modra s krogom zlatih zvezd; zadaj gozd in zasnežene gore.",
    "Цртеж: три реда фигури без лица, во костуми, на скалите на една тераса. Зад нив тринаесет знамиња, средното сино "
    "со круг од златни ѕвезди; потоа шуми и снежни планини.",
    "Цртеж: три реда фигура без лица, у оделима и костимима, на степеницама терасе. Иза њих тринаест застава, средња "
    "плава са кругом златних звезда; затим шуме и снежне планине.",
)
NO_STATEMENTS = {"fr": "Affaires intérieures"}
"""What stands in quotation marks without anybody having said it: the name of a configuration of the Council."""


def enter_brdo_page(forum, conference, topics):
    page, is_new = enter_page("2021-brdo", forum, SLUG, HOME_AFFAIRS_DAY, BRDO, TEXTS)
    if is_new:
        sessions = Session.objects.filter(forum=forum)
        page.sessions.set(sessions.filter(slug__in=["home-affairs", "press-conference"]))
        page.earlier_forums.set([conference])
        page.topics.set(topic for slug, topic in topics.items() if slug != "rule-of-law")
        page.videos.set([enter_video(sessions.filter(slug="press-conference").first())])
        for language, words in NO_STATEMENTS.items():
            enter(NotAStatement, f"2021-brdo/{language}", press_page=page, language=language, words=words)
        enter(PressPagePhoto, "2021-brdo/group", press_page=page, photo=enter_photo(forum))
        for position, key in enumerate(QUOTES):
            if statement := Statement.objects.filter(uid=uid_of(Statement, f"2021-brdo/{key}")).first():
                enter(
                    PressPageStatement,
                    f"2021-brdo/{key}",
                    press_page=page,
                    statement=statement,
                    position=position,
                )
    return page


def enter_photo(forum):
    uid = uid_of(Photo, "2021-brdo/group")
    if photo := Photo.objects.filter(uid=uid).first():
        return photo
    file = ContentFile(group_photo(), name="group.jpg")
    photo = Photo.objects.create(
        uid=uid, forum=forum, file=file, author="PSEU", provider="drawing by the newsroom", licence="BSD 3-Clause"
    )
    for language, caption in CAPTIONS.items():
        enter(
            PhotoText,
            f"2021-brdo/group/{language}",
            photo=photo,
            language=language,
            caption=caption,
            alt=ALTERNATIVES[language],
        )
    return photo


def enter_video(session):
    video, _is_new = enter(
        Video,
        "2021-brdo/press-conference",
        title=label(
            "Press conference after the meeting of home affairs ministers",
            "Conférence de presse après la réunion des ministres de l’Intérieur",
            "Novinarska konferenca po zasedanju ministrov za notranje zadeve",
            "Конференција за печат по состанокот на министрите за внатрешни работи",
            "Конференција за штампу после састанка министара унутрашњих послова",
        ),
        url="https://slovenian-presidency.consilium.europa.eu/",
        publisher=label(
            "Official website of the Slovenian Presidency of the Council of the European Union",
            "Site officiel de la présidence slovène du Conseil de l’Union européenne",
            "Uradna spletna stran slovenskega predsedovanja Svetu Evropske unije",
            "Официјална веб-страница на словенечкото претседателство со Советот на Европската Унија",
            "Званични сајт словеначког председавања Саветом Европске уније",
        ),
        session=session,
        recorded_on=HOME_AFFAIRS_DAY,
    )
    return video
