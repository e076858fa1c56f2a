"""Dates and percent."""

from translate_app.pipeline.checks.calendar_dates import dates_differ, percent_missing

from .case import AR_EN, Bad, CheckCase, Good


class TestDatesDiffer(CheckCase):
    check = dates_differ
    good = (
        Good("on 28 June 2019", "في ٢٨ حزيران/يونيو ٢٠١٩"),
        Good("on June 28", "في 28/6/2019"),
        Good("on Friday, 28 June", "الجمعة 28 حزيران"),
        Good("10–12 June", "10-12 حزيران"),
        Good("on 28 June 2019", "في ذلك اليوم"),
        Good("it met", "في 28 حزيران 2019"),
        Good("2 May and 3 May", "3 أيار و2 أيار"),
    )
    bad = (
        Bad(
            "on 28 June 2019",
            "في 28 تموز 2019",
            {"source": "28 June 2019", "target": "28 تموز 2019"},
            at="28 تموز 2019",
        ),
        Bad(
            "on Friday, 28 June",
            "السبت 28 حزيران",
            {"source": "Friday, 28 June", "target": "السبت 28 حزيران"},
            at="السبت 28 حزيران",
        ),
        Bad(
            "في 2 أيار و3 أيار",
            "2 May and 4 May",
            {"source": "3 أيار", "target": "4 May"},
            at="4 May",
            pair=AR_EN,
        ),
    )


class TestPercentMissing(CheckCase):
    check = percent_missing
    good = (
        Good("5% of them", "٥٪ منهم"),
        Good("5 per cent of them", "5 في المئة منهم"),
        Good("5 percent", "بنسبة 5"),
        Good("خمسة بالمئة", "five percent", AR_EN),
        Good("5 of them", "خمسة منهم"),
    )
    bad = (
        Bad("12.5% of them", "12.5 منهم", {"percent": "12.5%"}),
        Bad("about 5 percent", "نحو 5", {"percent": "5 percent"}),
        Bad("5 في المئة منهم", "5 of them", {"percent": "5 في المئة"}, pair=AR_EN),
    )
