"""Sentences with quotations that we made and labelled by hand, in the marks of many languages, well typed and not.

A label in braces stands around the words of a quotation: `{E:…}` is a whole statement of `STATEMENTS`, `{F:…}` a part
of one, `{D:…}` nearly one, `{U:…}` none of them; `{+:…}` goes on with the quotation before. Whatever has no label is no
quotation of its own.
"""

import re
from typing import NamedTuple

LABEL = re.compile(r"\{(?P<label>[EFDU+]):(?P<words>[^{}]*)\}")
KINDS = {"E": "exact", "F": "fragment", "D": "differs", "U": "unknown"}

STATEMENTS = {
    "en": [
        "We share one border, and we will protect it together. Nobody can do this alone.",
        "The return of people who have no right to stay must become faster and safer.",
        "Europe is not complete without its neighbours",
        "We don’t leave anybody behind; that’s the states’ promise.",
    ],
    "fr": [
        "Nous partageons une frontière et nous la protégerons ensemble. Personne n’y parviendra seul.",
        "Le retour des personnes qui n’ont pas le droit de rester doit devenir plus rapide et plus sûr.",
        "L’Europe n’est pas complète sans ses voisins\xa0: voilà notre conviction.",
    ],
    "de": [
        "Wir teilen eine Grenze, und wir werden sie gemeinsam schützen. Niemand schafft das allein.",
        "Die Rückkehr von Menschen ohne Bleiberecht muss schneller und sicherer werden.",
        "Europa ist ohne seine Nachbarn nicht vollständig",
    ],
    "sl": [
        "Delimo si eno mejo in skupaj jo bomo varovali. Nihče tega ne zmore sam.",
        "Vračanje ljudi, ki nimajo pravice ostati, mora postati hitrejše in varnejše.",
        "Evropa brez svojih sosed ni cela",
    ],
    "mk": [
        "Делиме една граница и заедно ќе ја чуваме. Никој не може да го стори тоа сам.",
        "Враќањето на луѓето кои немаат право да останат мора да стане побрзо и побезбедно.",
        "Европа не е целосна без своите соседи",
    ],
    "sr": [
        "Делимо једну границу и заједно ћемо је чувати. Нико то не може сам.",
        "Враћање људи који немају право да остану мора постати брже и безбедније.",
        "Европа није потпуна без својих суседа",
    ],
    "sr-latn": [
        "Delimo jednu granicu i zajedno ćemo je čuvati. Niko to ne može sam.",
        "Vraćanje ljudi koji nemaju pravo da ostanu mora postati brže i bezbednije.",
        "Evropa nije potpuna bez svojih suseda",
    ],
    "el": [
        "Μοιραζόμαστε ένα σύνορο και θα το προστατεύσουμε μαζί. Κανείς δεν μπορεί μόνος του.",
        "Η επιστροφή όσων δεν έχουν δικαίωμα παραμονής πρέπει να γίνει ταχύτερη και ασφαλέστερη.",
        "Η Ευρώπη δεν είναι πλήρης χωρίς τους γείτονές της",
    ],
    "bg": [
        "Споделяме една граница и заедно ще я пазим. Никой не може да го направи сам.",
        "Връщането на хора без право на престой трябва да стане по-бързо и по-сигурно.",
        "Европа не е цяла без своите съседи",
    ],
    "ar": [
        "نتقاسم حدودا واحدة، وسنحميها معا. لا أحد يستطيع ذلك وحده.",
        "يجب أن تصبح عودة من لا يحق لهم البقاء أسرع وأكثر أمانا.",
        "أوروبا لا تكتمل دون جيرانها",
    ],
    "hr": [
        "Dijelimo jednu granicu i zajedno ćemo je štititi. Nitko to ne može sam.",
        "Europa nije potpuna bez svojih susjeda",
    ],
    "it": [
        "Condividiamo un confine e lo proteggeremo insieme. Nessuno può farlo da solo.",
        "L’Europa non è completa senza i suoi vicini",
    ],
    "es": [
        "Compartimos una frontera y la protegeremos juntos. Nadie puede hacerlo solo.",
        "Europa no está completa sin sus vecinos",
    ],
    "pl": [
        "Dzielimy jedną granicę i będziemy jej razem strzec. Nikt nie zrobi tego sam.",
        "Europa nie jest pełna bez swoich sąsiadów",
    ],
    "cs": [
        "Sdílíme jednu hranici a budeme ji společně chránit. Nikdo to nedokáže sám.",
        "Evropa není úplná bez svých sousedů",
    ],
    "sv": [
        "Vi delar en gräns och vi ska skydda den tillsammans. Ingen klarar det ensam.",
        "Europa är inte fullständigt utan sina grannar",
    ],
    "sq": [
        "Ne ndajmë një kufi dhe do ta mbrojmë bashkë. Askush nuk mundet vetëm.",
        "Evropa nuk është e plotë pa fqinjët e saj",
    ],
}

PASSAGES = {
    "en": [
        "“{E:We share one border, and we will protect it together. Nobody can do this alone.}” So the minister began.",
        "The minister said: “{E:Europe is not complete without its neighbours.}” The talks went on.",
        "“{E:Europe is not complete without its neighbours,}” the minister said.",
        "“{F:We share one border,}” said the minister, “{+:and we will protect it together.}”",
        "“{F:We share one border}”, said the minister, “{+:and we will protect it together}”.",
        "“{F:The return of people}” – the minister raised a hand – “{+:who have no right to stay must become faster}”.",
        "“{F:We share one border, and we will protect it together,}” she said. “{F:Nobody can do this alone.}”",
        "Returns must become “{F:faster and safer}”, in the words of the minister.",
        "According to the minister, “{F:nobody can do this alone}”.",
        "“{F:The return of people […] must become faster and safer,}” the minister said.",
        "“{F:The return of people … must become faster}”, the minister said.",
        "“{F:The return of people (...) must become faster and safer}”, the minister said.",
        "“{F:We share one border, and we will protect [the border] together,}” he said.",
        "“{F:[W]e will protect it together}”, the minister promised.",
        "“{F:Nobody [in the Union] can do this alone}”, the minister warned.",
        '"{E:Europe is not complete without its neighbours}", read the banner.',
        '"{F:We share one border,}" the minister said, "{+:and we will protect it together.}"',
        "The minister’s words were ‘{E:Europe is not complete without its neighbours}’.",
        "The minister's words were '{E:Europe is not complete without its neighbours}'.",
        "‘{F:We don’t leave anybody behind}’, said the minister, whose voice didn’t tremble.",
        "“{E:We don't leave anybody behind; that's the states' promise.}”",
        "‘{E:We don’t leave anybody behind; that’s the states’ promise}’, said the minister.",
        "“{E:We share one border, and we will protect it together.}\n\n“{+:Nobody can do this alone.}” All agreed.",
        "“{E:“Europe is not complete without its neighbours”}”, she had read.",
        "“{U:He told us: ‘we shall meet in spring’, and left}”, the host recalled.",
        "“{D:We share one border, and we will defend it together}”, the minister said.",
        "“{D:The return of people who have the right to stay must become faster and safer}”, he said.",
        "The ministers’ “{U:green corridor}” was not on the agenda, and the ’90s weren’t either.",
        "The so-called ‘{U:jungle}’ is closed.",
        "A “{U:single}” word and an “{F:one border}” view.",
        "“An opening mark that nobody closed.\n\nThen “{F:faster and safer}” in the next paragraph.",
        "«\xa0{F:We share one border}\xa0» was typed on a French keyboard.",
        "„{F:We share one border}“ was typed on a German keyboard.",
        "“{E:Europe is\u00a0not complete\nwithout its neighbours}”",
        "(“{F:protect it together}”) stood in brackets—“{F:must become faster}”—or between dashes.",
    ],
    "fr": [
        "«\xa0{E:L’Europe n’est pas complète sans ses voisins\xa0: voilà notre conviction.}\xa0» Fin.",
        "«\u202f{F:L’Europe n’est pas complète sans ses voisins}\u202f», a dit la ministre.",
        "« {F:L'Europe n'est pas complète sans ses voisins} », a dit la ministre.",
        "«{F:Personne n’y parviendra seul}», a dit le ministre.",
        "La ministre a rappelé\xa0:\xa0«\xa0{F:Personne n’y parviendra seul.}\xa0»",
        "«\xa0{F:Nous partageons une frontière}\xa0», a dit M.\xa0X, «\xa0{+:et nous la protégerons ensemble}\xa0».",
        "«\xa0{F:Nous partageons une frontière et nous la protégerons ensemble}\xa0», a-t-il dit. «\xa0{F:Personne n’y "
        "parviendra seul.}\xa0»",
        "«\xa0{E:Nous partageons une frontière et nous la protégerons ensemble.}\n\n«\xa0{+:Personne n’y parviendra "
        "seul.}\xa0» La séance fut levée.",
        "«\xa0{E:Nous partageons une frontière et nous la protégerons ensemble.}\n\n»\xa0{+:Personne n’y parviendra "
        "seul.}\xa0» La séance fut levée.",
        "Le retour doit devenir «\xa0{F:plus rapide et plus sûr}\xa0»\xa0; tous en conviennent.",
        "«\xa0{F:Le retour des personnes […] doit devenir plus rapide}\xa0», selon la ministre.",
        "«\xa0{F:[N]ous la protégerons ensemble}\xa0», a promis le ministre.",
        "«\xa0{U:Il a dit “nous nous reverrons au printemps”, puis il est parti}\xa0», raconte l’hôte.",
        "«\xa0{D:Nous partageons une frontière et nous la défendrons ensemble}\xa0», a dit le ministre.",
        "Le Conseil «\xa0{U:Affaires intérieures}\xa0» se réunit aujourd’hui.",
        "L’«\xa0{U:Europe sociale}\xa0» n’était pas à l’ordre du jour.",
        "Il s’agit d’« {U:agir bien} », dit-elle, et d’«\xa0{F:une frontière}\xa0».",
        "“{F:Personne n’y parviendra seul}”, a dit le ministre.",
        '"{F:Personne n\'y parviendra seul}", a dit le ministre.',
        # An attribution that nothing sets apart from the words: the check shows it as a difference.
        "«\xa0{F:Nous partageons une frontière, a dit le ministre, et nous la protégerons ensemble.}\xa0»",
    ],
    "de": [
        "„{E:Europa ist ohne seine Nachbarn nicht vollständig}“, sagte der Minister.",
        "Die Ministerin sagte: „{E:Europa ist ohne seine Nachbarn nicht vollständig.}“ Alle stimmten zu.",
        "„{F:Wir teilen eine Grenze}“, sagte der Minister, „{+:und wir werden sie gemeinsam schützen}“.",
        "»{F:Wir teilen eine Grenze}«, sagte der Minister, »{+:und wir werden sie gemeinsam schützen.}«",
        "„{F:Niemand schafft das allein}“, so die Ministerin.",
        "»{F:Niemand schafft das allein}«, so die Ministerin.",
        "Die Rückkehr müsse „{F:schneller und sicherer werden}“, hieß es.",
        "„{F:Die Rückkehr von Menschen […] muss schneller und sicherer werden}“, sagte sie.",
        "„{F:Die Rückkehr [der Betroffenen] muss schneller und sicherer werden}“, sagte sie.",
        "„{D:Wir teilen eine Grenze, und wir werden sie zusammen schützen}“, sagte er.",
        "„{U:Er sagte ‚auf bald‘ und ging}“, erzählt der Gastgeber.",
        "Der »{U:runde Tisch}« tagte im »{U:kleinen Saal}«.",
        '"{F:Niemand schafft das allein}", so die Ministerin.',
        '„{F:Niemand schafft das allein}", so die Ministerin.',
        "„{F:Die Rückkehr}“, sagte der Minister, „{+:von Menschen ohne Bleiberecht muss schneller}“ werden.",
        "Das „{U:Wir}“-Gefühl war da, und „nichts schloss dieses Zeichen.",
    ],
    "sl": [
        "»{E:Evropa brez svojih sosed ni cela,}« je dejal minister.",
        "»{E:Evropa brez svojih sosed ni cela}«, je dejal minister.",
        "Minister je dejal: »{E:Evropa brez svojih sosed ni cela.}«",
        "»{F:Delimo si eno mejo,}« je dejal minister, »{+:in skupaj jo bomo varovali.}«",
        "„{F:Nihče tega ne zmore sam}“, je dejala ministrica.",
        "“{F:Nihče tega ne zmore sam}”, je dejala ministrica.",
        "Vračanje mora postati »{F:hitrejše in varnejše}«.",
        "»{F:Vračanje ljudi […] mora postati hitrejše}«, je poudarila ministrica.",
        "»{F:Vračanje [oseb], ki nimajo pravice ostati}«, je začela ministrica.",
        "»{D:Delimo si eno mejo in skupaj jo bomo branili}«, je dejal minister.",
        "»{U:Rekel je ’na svidenje’ in odšel}«, pripoveduje gostitelj.",
        "Tako imenovana »{U:zelena mreža}« ni bila na dnevnem redu.",
        "»{E:Delimo si eno mejo in skupaj jo bomo varovali.}\n\n»{+:Nihče tega ne zmore sam.}« Vsi so se strinjali.",
        '"{F:Nihče tega ne zmore sam}", je dejala ministrica.',
        "»{E:Delimo si eno mejo in skupaj jo bomo varovali. Nihče tega ne zmore sam.}« Tako se je začelo.",
    ],
    "mk": [
        "„{E:Европа не е целосна без своите соседи}“, рече министерот.",
        "Министерот рече: „{E:Европа не е целосна без своите соседи.}“",
        "„{F:Делиме една граница}“, рече министерот, „{+:и заедно ќе ја чуваме}“.",
        "„{F:Никој не може да го стори тоа сам}”, рече министерката.",
        "“{F:Никој не може да го стори тоа сам}“, рече министерката.",
        '„{F:Никој не може да го стори тоа сам}", рече министерката.',
        "’{F:Никој не може да го стори тоа сам}‘, рече министерката.",
        "Враќањето мора да стане „{F:побрзо и побезбедно}“.",
        "„{F:Враќањето на луѓето […] мора да стане побрзо}“, истакна министерката.",
        "„{D:Враќањето [на мигрантите] мора да стане побрзо}“, истакна министерката.",
        "„{D:Делиме една граница и заедно ќе ја браниме}“, рече министерот.",
        "„{U:Рече ’до видување‘ и си замина}“, раскажува домаќинот.",
        "Таканаречената „{U:зелена мрежа}“ не беше на дневниот ред.",
        "«{F:Делиме една граница}», рече министерот.",
        "„{E:Делиме една граница и заедно ќе ја чуваме.}\n\n„{+:Никој не може да го стори тоа сам.}“ Крај.",
    ],
    "sr": [
        "„{E:Европа није потпуна без својих суседа}”, рекао је министар.",
        "„{E:Европа није потпуна без својих суседа}“, рекао је министар.",
        "„{F:Делимо једну границу}”, рекао је министар, „{+:и заједно ћемо је чувати}”.",
        "Министарка је рекла: „{F:Нико то не може сам.}”",
        "»{F:Нико то не може сам}«, рекла је министарка.",
        '"{F:Нико то не може сам}", рекла је министарка.',
        "Враћање мора постати „{F:брже и безбедније}”.",
        "„{F:Враћање људи […] мора постати брже}”, истакла је министарка.",
        "„{D:Делимо једну границу и заједно ћемо је бранити}”, рекао је министар.",
        "„{U:Рекао је ‚довиђења’ и отишао}”, прича домаћин.",
    ],
    "sr-latn": [
        "„{E:Evropa nije potpuna bez svojih suseda}”, rekao je ministar.",
        "„{E:Evropa nije potpuna bez svojih suseda}“, rekao je ministar.",
        "„{F:Delimo jednu granicu}“, rekao je ministar, „{+:i zajedno ćemo je čuvati}“.",
        "Ministarka je rekla: „{F:Niko to ne može sam.}”",
        "»{F:Niko to ne može sam}«, rekla je ministarka.",
        "Vraćanje mora postati „{F:brže i bezbednije}”.",
        "„{D:Vraćanje ljudi [bez prava boravka] mora postati brže}”, istakla je ministarka.",
        "„{D:Delimo jednu granicu i zajedno ćemo je braniti}”, rekao je ministar.",
        "Takozvana „{U:zelena mreža}” nije bila na dnevnom redu.",
    ],
    "el": [
        "«{E:Η Ευρώπη δεν είναι πλήρης χωρίς τους γείτονές της}», είπε ο υπουργός.",
        "Ο υπουργός είπε: «{E:Η Ευρώπη δεν είναι πλήρης χωρίς τους γείτονές της.}»",
        "«{F:Μοιραζόμαστε ένα σύνορο}», είπε ο υπουργός, «{+:και θα το προστατεύσουμε μαζί}».",
        "«{F:Κανείς δεν μπορεί μόνος του}», τόνισε η υπουργός.",
        "“{F:Κανείς δεν μπορεί μόνος του}”, τόνισε η υπουργός.",
        "«{F:Η επιστροφή […] πρέπει να γίνει ταχύτερη και ασφαλέστερη}», τόνισε η υπουργός.",
        "Η επιστροφή πρέπει να γίνει «{F:ταχύτερη και ασφαλέστερη}».",
        "«{D:Μοιραζόμαστε ένα σύνορο και θα το φυλάξουμε μαζί}», είπε ο υπουργός.",
        "«{U:Είπε “καλή αντάμωση” και έφυγε}», διηγείται ο οικοδεσπότης.",
        "Το λεγόμενο «{U:πράσινο δίκτυο}» δεν ήταν στην ημερήσια διάταξη.",
        "«{E:Μοιραζόμαστε ένα σύνορο και θα το προστατεύσουμε μαζί.}\n\n»{+:Κανείς δεν μπορεί μόνος του.}»",
        '"{F:Κανείς δεν μπορεί μόνος του}", τόνισε η υπουργός.',
    ],
    "bg": [
        "„{E:Европа не е цяла без своите съседи}“, каза министърът.",
        "„{E:Европа не е цяла без своите съседи}”, каза министърът.",
        "„{F:Споделяме една граница}“ – каза министърът – „{+:и заедно ще я пазим}“.",
        "„{F:Споделяме една граница}“, каза министърът, „{+:и заедно ще я пазим}“.",
        "Министърът каза: „{F:Никой не може да го направи сам.}“",
        "«{F:Никой не може да го направи сам}», каза министърът.",
        '"{F:Никой не може да го направи сам}", каза министърът.',
        "Връщането трябва да стане „{F:по-бързо и по-сигурно}“.",
        "„{F:Връщането на хора […] трябва да стане по-бързо}“, подчерта тя.",
        "„{D:Споделяме една граница и заедно ще я браним}“, каза министърът.",
        "Така наречената „{U:зелена мрежа}“ не беше в дневния ред.",
    ],
    "ar": [
        "قال الوزير: «{E:أوروبا لا تكتمل دون جيرانها}».",
        "قال الوزير: “{E:أوروبا لا تكتمل دون جيرانها}”.",
        "قال الوزير: ”{E:أوروبا لا تكتمل دون جيرانها}“.",
        'قال الوزير: "{E:أوروبا لا تكتمل دون جيرانها}".',
        "قال الوزير: \u200f«{E:أوروبا لا تكتمل دون جيرانها.}»\u200f",
        "«{F:نتقاسم حدودا واحدة}»، قال الوزير، «{+:وسنحميها معا}».",
        "وأضافت الوزيرة: «{F:لا أحد يستطيع ذلك وحده}».",
        "«{F:يجب أن تصبح عودة […] أسرع وأكثر أمانا}»، كما قالت الوزيرة.",
        "«{D:يجب أن تصبح عودة [المهاجرين] أسرع}»، كما قالت الوزيرة.",
        "«{D:نتقاسم حدودا واحدة، وسندافع عنها معا}»، قال الوزير.",
        "ولم تكن «{U:الشبكة الخضراء}» على جدول الأعمال.",
        "«{E:نتقاسم حدودا واحدة، وسنحميها معا.}\n\n«{+:لا أحد يستطيع ذلك وحده.}»",
    ],
    "hr": [
        "„{E:Europa nije potpuna bez svojih susjeda}”, rekao je ministar.",
        "»{E:Europa nije potpuna bez svojih susjeda}«, rekao je ministar.",
        "„{F:Dijelimo jednu granicu}”, rekao je ministar, „{+:i zajedno ćemo je štititi}”.",
        "„{F:Nitko to ne može sam}“, rekla je ministrica.",
        "„{D:Dijelimo jednu granicu i zajedno ćemo je braniti}”, rekao je ministar.",
        "Takozvana „{U:zelena mreža}” nije bila na dnevnom redu.",
    ],
    "it": [
        "«{E:L’Europa non è completa senza i suoi vicini}», ha detto il ministro.",
        "“{E:L’Europa non è completa senza i suoi vicini}”, ha detto il ministro.",
        "«{F:Condividiamo un confine}», ha detto il ministro, «{+:e lo proteggeremo insieme}».",
        "L’«{U:Europa sociale}» dell’altro ieri non c’era.",
        "«{F:Nessuno può farlo da solo}», ha detto la ministra.",
    ],
    "es": [
        "«{E:Europa no está completa sin sus vecinos}», dijo el ministro.",
        "“{E:Europa no está completa sin sus vecinos}”, dijo el ministro.",
        "«{F:Compartimos una frontera}», dijo el ministro, «{+:y la protegeremos juntos}».",
        "«{F:Nadie puede hacerlo solo}», dijo la ministra.",
        "«{D:Compartimos una frontera y la defenderemos juntos}», dijo el ministro.",
    ],
    "pl": [
        "„{E:Europa nie jest pełna bez swoich sąsiadów}” – powiedział minister.",
        "«{F:Nikt nie zrobi tego sam}», powiedziała minister.",
        "„{F:Dzielimy jedną granicę}” – powiedział minister – „{+:i będziemy jej razem strzec}”.",
        "Tak zwana „{U:zielona sieć}” nie była w programie.",
    ],
    "cs": [
        "„{E:Evropa není úplná bez svých sousedů}“, řekl ministr.",
        "»{F:Nikdo to nedokáže sám}«, řekla ministryně.",
        "„{F:Sdílíme jednu hranici}“, řekl ministr, „{+:a budeme ji společně chránit}“.",
        "„{U:Řekl ‚na shledanou‘ a odešel}“, vypráví hostitel.",
    ],
    "sv": [
        "”{E:Europa är inte fullständigt utan sina grannar}”, sade ministern.",
        "»{F:Ingen klarar det ensam}», sade ministern.",
        "”{F:Vi delar en gräns}”, sade ministern, ”{+:och vi ska skydda den tillsammans}”.",
        "”{U:Han sade ’vi ses’ och gick}”, berättar värden.",
    ],
    "sq": [
        "«{E:Evropa nuk është e plotë pa fqinjët e saj}», tha ministri.",
        "“{E:Evropa nuk është e plotë pa fqinjët e saj}”, tha ministri.",
        "„{F:Askush nuk mundet vetëm}”, tha ministrja.",
        "«{F:Ne ndajmë një kufi}», tha ministri, «{+:dhe do ta mbrojmë bashkë}».",
    ],
}


class Labelled(NamedTuple):
    """A quotation as it was labelled: where its parts stand in the text, and how it has to be judged."""

    parts: tuple
    kind: str


def unlabelled(passage):
    """The text without its labels, and its Labelled quotations."""
    text, found, end = "", [], 0
    for label in LABEL.finditer(passage):
        text += passage[end : label.start()]
        part = (len(text), len(text) + len(label["words"]))
        text, end = text + label["words"], label.end()
        if label["label"] == "+":
            found[-1] = found[-1]._replace(parts=(*found[-1].parts, part))
        else:
            found.append(Labelled((part,), KINDS[label["label"]]))
    return text + passage[end:], found
