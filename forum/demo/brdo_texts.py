"""The press page about the home affairs meeting at Brdo, in five languages, in our own words around the quotes."""

from forum.demo.quotes import quoted


def paragraphs(text, language):
    """HTML from blocks between empty lines: “# ” begins a heading; the quotes are filled in with their marks."""
    blocks = [block.replace("\n", " ") for block in text.strip().format(**quoted(language)).split("\n\n")]
    return "".join(f"<h2>{block[2:]}</h2>" if block.startswith("# ") else f"<p>{block}</p>" for block in blocks)


ENGLISH = """
Slovenia is the host of the forum, which takes place at the Congress Centre Brdo from 1 to 3 December 2021. Aleš
Hojs led the meeting on home affairs, as Slovenia’s Minister of the Interior and as the minister who presides over
the Home Affairs Council of the European Union until the end of the year. The Western Balkans are part and parcel of
Europe, the ministers agreed. In the words of Hojs: {common_challenges} The subjects that he listed also made up the
agenda.

# Migration

Migration came first. The ministers see it as a task that they share and that they can only master side by side.
{registration}, Hojs announced. The European Commission has signalled that it is ready to help, technically and in
other ways.

Smugglers are to lose their business through returns that work better, and through agreements by which countries of
origin take back irregular migrants. {returns}, said Hojs. He urged once more that the status agreements with
Frontex enter into force.

# Terrorism, extremism and radicalisation

The talks then turned to the dangers that the European Union and all of the Western Balkans face. The
ministers looked at how far the Joint Action Plan on Counter-Terrorism has been carried out, and found that more has
to be done about foreign terrorist fighters who return. Hojs sees one key to a better response in information that
is passed on regularly and efficiently.

# Organised crime

Smuggling, and trafficking in human beings, drugs and weapons, can only be answered by working together and by
taking measures, the participants stressed once more.

# Protecting children from abuse

To end the meeting, Hojs reported on the ministerial videoconference of 12 November 2021, which was about preventing
and investigating the sexual abuse of children. {joint_statement}

# Around the meeting

Away from the conference table, Montenegro and Slovenia put their names to a protocol: they will work together more
closely to fight child abuse and the trafficking of people. Hojs also sat down with Gérald Darmanin, Minister of the
Interior of France, the state that presides over the Council of the European Union next: the two went through
current questions of European home affairs and the state of the negotiations in the Council.
"""

FRENCH = """
La Slovénie accueille le forum au centre de congrès de Brdo du 1er au 3 décembre 2021. Aleš Hojs a dirigé la réunion
consacrée aux affaires intérieures, en sa qualité de ministre slovène de l’Intérieur et de ministre qui préside
jusqu’à la fin de l’année le Conseil «\xa0Affaires intérieures\xa0» de l’Union européenne. Les Balkans occidentaux
font partie de l’Europe et n’en sauraient être dissociés, ont convenu les ministres. M.\xa0Hojs a dit ce qui en
découle\xa0: {common_challenges} Les sujets qu’il a énumérés étaient aussi ceux de l’ordre du jour.

# Migrations

Les migrations ont ouvert les débats. Les ministres y voient une tâche qui leur est commune et dont ils ne viendront
à bout que côte à côte. {registration}, a annoncé M.\xa0Hojs. La Commission européenne a fait savoir qu’elle était
prête à aider, notamment sur le plan technique.

Des retours qui fonctionnent mieux, et des accords par lesquels les pays d’origine réadmettent les migrants en
situation irrégulière, doivent priver les passeurs de leurs affaires. {returns}, a dit M.\xa0Hojs. Il a demandé une
fois de plus que les accords sur le statut conclus avec Frontex entrent en vigueur.

# Terrorisme, extrémisme et radicalisation

Quels dangers menacent l’Union européenne et l’ensemble des Balkans occidentaux\xa0? Cette question a
ouvert la deuxième partie. Les ministres ont examiné où en est le plan d’action conjoint de lutte contre le
terrorisme et constaté qu’il fallait agir davantage face au retour des combattants terroristes étrangers. Pour
M.\xa0Hojs, une meilleure réponse passe par des informations transmises de façon régulière et efficace.

# Criminalité organisée

Contre la contrebande, la traite des êtres humains et le trafic de drogues et d’armes, les participants ne voient
pas d’autre voie que la coopération et des mesures concrètes\xa0; ils l’ont redit.

# Protéger les enfants des abus

Pour clore la réunion, M.\xa0Hojs a rendu compte de la visioconférence ministérielle du 12 novembre 2021, consacrée
à la prévention des abus sexuels sur enfants et aux enquêtes en la matière. {joint_statement}

# Autour de la réunion

À l’écart de la table de conférence, la Slovénie et le Monténégro ont signé un protocole de coopération contre la
traite des êtres humains et la maltraitance des enfants. M.\xa0Hojs s’est aussi entretenu avec Gérald Darmanin,
ministre de l’Intérieur de la France, prochain État à présider le Conseil de l’Union européenne\xa0: ils ont passé
en revue l’actualité des affaires intérieures européennes et l’avancement des négociations au Conseil.
"""

SLOVENE = """
Slovenija forum gosti v Kongresnem centru Brdo od 1. do 3. decembra 2021. Zasedanje o notranjih zadevah je vodil
Aleš Hojs, slovenski minister za notranje zadeve, ki do konca leta predseduje tudi Svetu Evropske unije za notranje
zadeve. Zahodni Balkan je del Evrope, ki ga ni mogoče odmisliti, so se strinjali ministri. Hojs je povedal, kaj iz
tega sledi: {common_challenges} Teme, ki jih je naštel, so bile tudi na dnevnem redu.

# Migracije

Na začetku so bile migracije. Ministri jih razumejo kot skupno nalogo, ki ji bodo kos le drug ob drugem.
{registration}, je napovedal Hojs. Evropska komisija je sporočila, da je pripravljena pomagati, s tehniko in
drugače.

Tihotapcem ljudi naj bi posel odvzelo učinkovitejše vračanje, pa tudi sporazumi, s katerimi države izvora ponovno
sprejmejo nezakonite migrante. {returns}, je dejal Hojs. Znova je pozval, naj sporazumi o statusu s Frontexom
začnejo veljati.

# Terorizem, ekstremizem in radikalizacija

Katere nevarnosti grozijo Evropski uniji in vsemu Zahodnemu Balkanu? S tem vprašanjem se je začel drugi del.
Ministri so pregledali, kako daleč je izvajanje skupnega akcijskega načrta za boj proti terorizmu, in ugotovili, da
je treba ob vračanju tujih terorističnih borcev storiti več. Hojs vidi ključ do boljšega odziva v informacijah, ki
se izmenjujejo redno in učinkovito.

# Organizirani kriminal

Proti tihotapljenju ter proti trgovini z ljudmi, drogami in orožjem udeleženci ne vidijo druge poti kot sodelovanje
in ukrepe; to so znova poudarili.

# Zaščita otrok pred zlorabami

Ob koncu zasedanja je Hojs poročal o ministrski videokonferenci z dne 12. novembra 2021, ki je bila posvečena
preprečevanju in preiskovanju spolnih zlorab otrok. {joint_statement}

# Ob zasedanju

Ob robu foruma sta Slovenija in Črna gora podpisali protokol o sodelovanju v boju proti trgovini z ljudmi in
zlorabam otrok. Hojs se je srečal tudi z Géraldom Darmaninom, notranjim ministrom Francije, ki bo Svetu Evropske
unije predsedovala naslednja: pregledala sta aktualna vprašanja evropskih notranjih zadev in stanje pogajanj v
Svetu.
"""

MACEDONIAN = """
Словенија е домаќин на форумот, што се одржува во Конгресниот центар Брдо од 1 до 3 декември 2021 година. Состанокот
за внатрешни работи го водеше Алеш Хојс, словенечки министер за внатрешни работи, кој до крајот на годината
претседава и со Советот на Европската Унија за внатрешни работи. Западен Балкан е неразделен дел од Европа, се
согласија министрите. Хојс кажа што произлегува од тоа: {common_challenges} Темите што ги наведе беа и на дневниот
ред.

# Миграции

На почетокот беа миграциите. Министрите гледаат на нив како на заедничка задача, со која можат да се справат само
еден до друг. {registration}, најави Хојс. Европската комисија соопшти дека е подготвена да помогне, технички и на
други начини.

На криумчарите на мигранти треба да им го одземат работењето поуспешни враќања и договори со кои земјите на потекло
ќе ги примат назад нерегуларните мигранти. {returns}, рече Хојс. Тој уште еднаш побара договорите за статус со
Фронтекс да стапат на сила.

# Тероризам, екстремизам и радикализација

Какви опасности ѝ се закануваат на Европската Унија и на целиот Западен Балкан? Со ова прашање започна вториот
дел. Министрите разгледаа докаде е спроведен Заедничкиот акциски план за борба против тероризмот и утврдија дека
мора да се стори повеќе кога се враќаат странски терористички борци. Хојс гледа клуч за подобар одговор во редовна и
ефикасна размена на информации.

# Организиран криминал

Против криумчарењето и против трговијата со луѓе, дрога и оружје учесниците не гледаат друг пат освен соработка и
мерки; тоа повторно го истакнаа.

# Заштита на децата од злоупотреба

На крајот од состанокот Хојс извести за министерската видеоконференција од 12 ноември 2021 година, посветена на
спречувањето и истрагата на сексуалната злоупотреба на деца. {joint_statement}

# Покрај состанокот

На маргините на форумот Словенија и Црна Гора потпишаа протокол за соработка против трговијата со луѓе и
злоупотребата на деца. Хојс се сретна и со Жералд Дарманен, министер за внатрешни работи на Франција, која следна ќе
претседава со Советот на Европската Унија: тие ги разгледаа актуелните прашања од европските внатрешни работи и
состојбата на преговорите во Советот.
"""

SERBIAN = """
Словенија је домаћин форума, који се одржава у Конгресном центру Брдо од 1. до 3. децембра 2021. године. Састанак о
унутрашњим пословима водио је Алеш Хојс, словеначки министар унутрашњих послова, који до краја године председава и
Саветом Европске уније за унутрашње послове. Западни Балкан је нераздвојни део Европе, сагласили су се министри.
Хојс је рекао шта из тога следи: {common_challenges} Теме које је навео биле су и на дневном реду.

# Миграције

На почетку су биле миграције. Министри у њима виде заједнички задатак, којем су дорасли само један уз другог.
{registration}, најавио је Хојс. Европска комисија је поручила да је спремна да помогне, технички и на друге начине.

Кријумчарима људи посао треба да одузму успешнија враћања и споразуми којима државе порекла поново прихватају
нерегуларне мигранте. {returns}, рекао је Хојс. Још једном је затражио да споразуми о статусу са Фронтексом ступе на
снагу.

# Тероризам, екстремизам и радикализација

Које опасности прете Европској унији и целом Западном Балкану? Тим питањем почео је други део. Министри су
размотрили докле се стигло у спровођењу Заједничког акционог плана за борбу против тероризма и утврдили да се мора
учинити више када се враћају страни терористички борци. Хојс кључ за бољи одговор види у редовној и ефикасној
размени информација.

# Организовани криминал

Против кријумчарења и против трговине људима, дрогом и оружјем учесници не виде други пут осим сарадње и мера; то су
поново истакли.

# Заштита деце од злостављања

На крају састанка Хојс је известио о министарској видео-конференцији од 12. новембра 2021. године, посвећеној
спречавању и истрази сексуалног злостављања деце. {joint_statement}

# Уз састанак

На маргинама форума Словенија и Црна Гора потписале су протокол о сарадњи против трговине људима и злостављања деце.
Хојс се састао и са Жералдом Дарманеном, министром унутрашњих послова Француске, која следећа председава Саветом
Европске уније: размотрили су актуелна питања европских унутрашњих послова и стање преговора у Савету.
"""

# Per language a title, a lead and a body; the English text is the original.
TEXTS = {
    "en": (
        "Western Balkans and EU ministers back joint management of migration and security",
        "At Brdo pri Kranju on 2 December 2021, home affairs ministers of the Western Balkans met the Presidency of "
        "the European Union’s Council and the Commission. They want to act together on migration, asylum and borders, "
        "and against terrorism and organised crime.",
        paragraphs(ENGLISH, "en"),
    ),
    "fr": (
        "Les ministres des Balkans occidentaux et de l’UE pour une gestion conjointe des migrations et de la sécurité",
        "À Brdo pri Kranju, le 2 décembre 2021, les ministres de l’Intérieur des Balkans occidentaux ont rencontré la "
        "présidence du Conseil de l’Union européenne et la Commission. Ils veulent agir ensemble en matière de "
        "migrations, d’asile et de frontières, et contre le terrorisme et la criminalité organisée.",
        paragraphs(FRENCH, "fr"),
    ),
    "sl": (
        "Ministri Zahodnega Balkana in EU za skupno upravljanje migracij in varnosti",
        "Notranji ministri Zahodnega Balkana so se 2. decembra 2021 na Brdu pri Kranju sestali s predsedstvom Sveta "
        "Evropske unije in Komisijo. Skupaj želijo ukrepati na področju migracij, azila in meja ter proti terorizmu "
        "in organiziranemu kriminalu.",
        paragraphs(SLOVENE, "sl"),
    ),
    "mk": (
        "Министрите од Западен Балкан и ЕУ за заедничко управување со миграциите и безбедноста",
        "Министрите за внатрешни работи од Западен Балкан на 2 декември 2021 година во Брдо при Крањ се сретнаа со "
        "претседателството на Советот на Европската Унија и со Комисијата. Тие сакаат да дејствуваат заедно за "
        "миграциите, азилот и границите и против тероризмот и организираниот криминал.",
        paragraphs(MACEDONIAN, "mk"),
    ),
    "sr": (
        "Министри Западног Балкана и ЕУ за заједничко управљање миграцијама и безбедношћу",
        "Министри унутрашњих послова Западног Балкана састали су се 2. децембра 2021. године на Брду при Крању са "
        "председништвом Савета Европске уније и Комисијом. Желе да делују заједно у области миграција, азила и "
        "граница, као и против тероризма и организованог криминала.",
        paragraphs(SERBIAN, "sr"),
    ),
}
