"""The institutions of the European Union and its External Action Service, in protocol order.

Order and institutions: Treaty on European Union, article 13 (OJ C 202, 7.6.2016). Names: Interinstitutional Style
Guide, section 9.5.1 (Publications Office of the European Union, as of 2024), in Macedonian and Serbian those which the
institutions use in the region.
"""

from people.models import Party
from people.reference.entries import Entry, names

NAMES = {
    "EU-PARL": names(
        "European Parliament",
        "Parlement européen",
        "Europäisches Parlament",
        "Evropski parlament",
        "Европски парламент",
        "Европски парламент",
    ),
    "EU-EUCO": names("European Council", "Conseil européen", "Europäischer Rat", "Evropski svet"),
    "EU-COUNCIL": names(
        "Council of the EU|Council of the European Union",
        "Conseil de l’UE|Conseil de l’Union européenne",
        "Rat der EU|Rat der Europäischen Union",
        "Svet EU|Svet Evropske unije",
        "Совет на ЕУ|Совет на Европската Унија",
        "Савет ЕУ|Савет Европске уније",
    ),
    "EU-COM": names(
        "European Commission",
        "Commission européenne",
        "Europäische Kommission",
        "Evropska komisija",
        "Европска комисија",
        "Европска комисија",
    ),
    "CJEU": names(
        "Court of Justice of the EU|Court of Justice of the European Union",
        "Cour de justice de l’UE|Cour de justice de l’Union européenne",
        "Gerichtshof der EU|Gerichtshof der Europäischen Union",
        "Sodišče EU|Sodišče Evropske unije",
    ),
    "ECB": names(
        "European Central Bank", "Banque centrale européenne", "Europäische Zentralbank", "Evropska centralna banka"
    ),
    "ECA": names(
        "European Court of Auditors",
        "Cour des comptes européenne",
        "Europäischer Rechnungshof",
        "Evropsko računsko sodišče",
    ),
    "EEAS": names(
        "EEAS|European External Action Service (EEAS)",
        "SEAE|Service européen pour l’action extérieure (SEAE)",
        "EAD|Europäischer Auswärtiger Dienst (EAD)",
        "ESZD|Evropska služba za zunanje delovanje (ESZD)",
        "ЕСНД|Европска служба за надворешно дејствување (ЕСНД)",
        "ЕСДП|Европска служба за спољно деловање (ЕСДП)",
    ),
}
ENTRIES = [Entry(code, Party.Kind.INSTITUTION, rank, [one]) for rank, (code, one) in enumerate(NAMES.items(), start=1)]
