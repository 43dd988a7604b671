"""What a merge of two people means for what was published: the payloads stay, the index follows, the log says why."""

from people.merging import merged
from press import audit, published_index
from press.models import AuditEntry, Publication, PublishedMention


def watch():
    merged.connect(follow, dispatch_uid="press.merged_people")


def follow(sender, kept, uid, name, by, reason, **_signal):
    """Derive the index rows of every publication that names either record anew, in the transaction of the merge."""
    naming = PublishedMention.objects.filter(minister=kept)
    for publication in Publication.objects.filter(pk__in=naming.values("publication")).iterator(chunk_size=20):
        published_index.build(publication)
    audit.record(AuditEntry.Verb.MERGED, by, kept, reason, uid=str(uid), name=name)
