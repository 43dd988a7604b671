"""Who presides over the Council of the European Union, from 2019 to 2030.

Council Decision (EU) 2016/1316 of 26 July 2016, annex I (OJ L 208, 2.8.2016, p. 42). It ends with 2030; the Council has
to decide on the years after that before 31 December 2029.
"""

from datetime import date

YEARS = {
    2019: "RO FI",
    2020: "HR DE",
    2021: "PT SI",
    2022: "FR CZ",
    2023: "SE ES",
    2024: "BE HU",
    2025: "PL DK",
    2026: "CY IE",
    2027: "LT GR",
    2028: "IT LV",
    2029: "LU NL",
    2030: "SK MT",
}


def terms():
    """Triples of the code of a state, and the first and the last day of its half-year."""
    for year, codes in YEARS.items():
        first, second = codes.split()
        yield first, date(year, 1, 1), date(year, 6, 30)
        yield second, date(year, 7, 1), date(year, 12, 31)
