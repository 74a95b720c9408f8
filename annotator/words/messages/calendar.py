"""How dates, times and numbers are written, and how a sentence stands in another.

A catalogue for a region needs only those of these that its language has otherwise: `en_US` has its own dates.
"""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "date.short": "{day} {short_month}",
    "date.short_year": "{day} {short_month} {year}",
    "date.long": "{day} {month} {year}",
    "date.full": "{weekday}, {day} {month} {year}",
    "date.with_time": "{date}, {time}",
    "time.short": "{hour}:{minute}",
    "time.seconds": "{hour}:{minute}:{second}",
    "time.before_noon": "a.m.",
    "time.after_noon": "p.m.",
    "month.1": "January",
    "month.2": "February",
    "month.3": "March",
    "month.4": "April",
    "month.5": "May",
    "month.6": "June",
    "month.7": "July",
    "month.8": "August",
    "month.9": "September",
    "month.10": "October",
    "month.11": "November",
    "month.12": "December",
    "short_month.1": "Jan",
    "short_month.2": "Feb",
    "short_month.3": "Mar",
    "short_month.4": "Apr",
    "short_month.5": "May",
    "short_month.6": "Jun",
    "short_month.7": "Jul",
    "short_month.8": "Aug",
    "short_month.9": "Sep",
    "short_month.10": "Oct",
    "short_month.11": "Nov",
    "short_month.12": "Dec",
    "weekday.1": "Monday",
    "weekday.2": "Tuesday",
    "weekday.3": "Wednesday",
    "weekday.4": "Thursday",
    "weekday.5": "Friday",
    "weekday.6": "Saturday",
    "weekday.7": "Sunday",
    # Before the decimals; between thousands, and the smallest number that is written so
    "number.decimal_point": ".",
    "number.thousands": ",",
    "number.apart_from": "1000",
    # A size, with one decimal
    "number.megabytes": "{size} MB",
    # Whether a sentence inside another begins with a small letter: small or as it is
    "grammar.within": "small",
    # The same for the name of a day of the week
    "grammar.weekday_within": "as it is",
}
