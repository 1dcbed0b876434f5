# Versions that were withdrawn, each with the day: their words could do harm, or they have a security fault. Nothing else
# is a reason (docs/deprecation.md). Asked before the memory is, so what is kept, fresh or old, is given to nobody, and an
# origin that is down changes nothing. One a line, so:
#
#   if (req.http.Alliance-Version == "0.0.0") { return (synth(410, "Withdrawn 2026-11-22")); }
#
# Then `/usr/share/varnish/varnishreload`, on each edge.
sub withdrawn {
}
