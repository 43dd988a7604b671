"""Who took part: the words and the entering that the demo's forums share."""

from events.models import Participation
from forum.demo.records import enter, label

Role = Participation.Role
ATTENDED = Participation.Attendance.ATTENDED
REMOTE = Participation.Attendance.REMOTE

MINISTERS = label("Ministers", "Ministres", "Ministri", "Министри", "Министри")
REPRESENTATIVES = label("Representatives", "Représentants", "Predstavniki", "Претставници", "Представници")


def enter_participations(forum, key, rows, session=None, attendance=ATTENDED):
    """Each row is a name for the record and its values; `also` is a further mandate of the same person."""
    for name, values in rows:
        also = values.pop("also", None)
        participation, _is_new = enter(
            Participation,
            f"{key}/{name}",
            forum=forum,
            session=session,
            **{"role": Role.PARTICIPANT, "attendance": attendance, **values},
        )
        if also:
            participation.also_as.set([also])
