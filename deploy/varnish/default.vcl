vcl 4.1;

# Alliance Elements on Varnish: the edge before the nginx of ../nginx, or the pattern for another one.
# Run with enough memory for all versions (at most 8 MB each, in three forms):
#   varnishd -a :80 -a 127.0.0.1:6086,PROXY -f …/default.vcl -s malloc,256m
# Varnish speaks no TLS: put hitch, or a load balancer that does, before it, and let it speak to the second address, with
# the PROXY protocol (in hitch.conf: backend = "[127.0.0.1]:6086", write-proxy-v2 = on). Without that, all who come through
# it would come from 127.0.0.1, and would be operators. Where nothing on this machine speaks TLS, leave the second -a out.

import purge;
import std;

# Beside this file: the versions that are given to nobody any more.
include "./withdrawn.vcl";

backend origin {
    .host = "127.0.0.1";
    .port = "8080";
    .host_header = "elements.example.org";
    .connect_timeout = 1s;
    .first_byte_timeout = 5s;
    .between_bytes_timeout = 5s;
    .probe = {
        .url = "/alliance-elements/health";
        .interval = 1s;
        .timeout = 1s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

# Who may say that content has changed: by the address that a connection, or the PROXY protocol, says it comes from.
acl operators {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    # The files are the same for everybody, so nothing that tells readers apart goes further than here.
    unset req.http.Authorization;
    unset req.http.Cookie;
    unset req.http.Referer;
    unset req.http.User-Agent;
    unset req.http.X-Forwarded-For;
    set req.url = regsub(req.url, "\?.*", "");

    if (req.method == "OPTIONS") {
        return (synth(204));
    }
    if (req.method == "PURGE") {
        if (client.ip !~ operators || req.url !~ "^/(alliance-elements/content/|\.well-known/security\.txt$)") {
            return (synth(403, "Content only, by operators only: a pinned file never changes."));
        }
    } elsif (req.method != "GET" && req.method != "HEAD") {
        return (synth(405, "These are files to be read."));
    }
    # The edge's own health: it is well without its origin.
    if (req.url == "/alliance-elements/health") {
        return (synth(200, "ok"));
    }

    # One spelling each, or a flood of other spellings would push the files out.
    if (req.url !~ "^/alliance-elements/([0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?|content)/[0-9A-Za-z._/-]*[0-9A-Za-z_-]$"
        || req.url ~ "//|/\.") {
        if (req.url != "/.well-known/security.txt") {
            return (synth(404, "There is no such file here."));
        }
    }

    # Before anything is looked up: no copy of what was withdrawn is given, however it came here.
    set req.http.Alliance-Version = regsub(req.url, "^/alliance-elements/([^/]+)/.*$", "\1");
    call withdrawn;
    unset req.http.Alliance-Version;

    # Three forms of a file. Varnish itself knows only two, so the form has a header of our own.
    set req.http.Alliance-Form = "plain";
    if (req.http.Accept-Encoding ~ "(?i)(^|[, ])br *(,|;|$)" && req.http.Accept-Encoding !~ "(?i)(^|[, ])br *; *q=0(\.0*)? *(,|$)") {
        set req.http.Alliance-Form = "br";
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|[, ])gzip *(,|;|$)" && req.http.Accept-Encoding !~ "(?i)(^|[, ])gzip *; *q=0(\.0*)? *(,|$)") {
        set req.http.Alliance-Form = "gzip";
    }

    # Old content for an hour at most, unless the origin is down: then as long as it is kept.
    if (req.restarts == 0 && std.healthy(req.backend_hint)) {
        set req.grace = 1h;
    } else {
        set req.grace = 365d;
    }
    return (hash);
}

# By address alone: what a reader says about the host must not choose, or spoil, what others get.
sub vcl_hash {
    hash_data(req.url);
    return (lookup);
}

sub vcl_hit {
    if (req.method == "PURGE") {
        call told_to_forget;
    }
}

sub vcl_miss {
    if (req.method == "PURGE") {
        call told_to_forget;
    }
}

# All forms of it are old from now on; they still serve while the new ones come, or while the origin is down.
sub told_to_forget {
    set req.http.Alliance-Forgotten = purge.soft(0s);
    return (synth(200, "Old from now on: " + req.http.Alliance-Forgotten));
}

sub vcl_backend_fetch {
    unset bereq.http.Host;
    if (bereq.http.Alliance-Form == "plain") {
        unset bereq.http.Accept-Encoding;
    } else {
        set bereq.http.Accept-Encoding = bereq.http.Alliance-Form;
    }
}

sub vcl_backend_response {
    # A worse answer never takes the place of a good one. 410 is no failure: somebody withdrew the version.
    if (bereq.is_bgfetch && (beresp.status >= 500
        || (beresp.status != 200 && beresp.status != 410 && bereq.url !~ "^/(alliance-elements/content|\.well-known)/"))) {
        return (abandon);
    }
    unset beresp.http.Set-Cookie;
    set beresp.http.Vary = "Alliance-Form";
    if (beresp.status == 200 && bereq.url ~ "^/(alliance-elements/content|\.well-known)/") {
        set beresp.grace = 24h;
        set beresp.keep = 7d;
    } elsif (beresp.status == 200) {
        set beresp.grace = 365d;
    } elsif (beresp.status < 500) {
        set beresp.grace = 0s;
    } else {
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
        set beresp.uncacheable = true;
        return (deliver);
    }
}

sub vcl_deliver {
    # The origin failed before its probe noticed: look again, for an old one.
    if (resp.status >= 500 && req.restarts == 0) {
        return (restart);
    }
    unset resp.http.Server;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    set resp.http.Vary = "Accept-Encoding";
    if (obj.hits > 0) {
        set resp.http.Cache-Status = "edge; hit; ttl=" + std.integer(duration = obj.ttl);
    } else {
        set resp.http.Cache-Status = "edge; fwd=miss";
    }
}

sub vcl_backend_error {
    set beresp.http.Content-Type = "text/plain; charset=utf-8";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Retry-After = "5";
    set beresp.http.Access-Control-Allow-Origin = "*";
    set beresp.http.Cross-Origin-Resource-Policy = "cross-origin";
    set beresp.http.Timing-Allow-Origin = "*";
    set beresp.http.X-Content-Type-Options = "nosniff";
    set beresp.ttl = 0s;
    set beresp.grace = 0s;
    synthetic("This file cannot be had now. What pages put inside a tag stays.");
    return (deliver);
}

sub vcl_synth {
    unset resp.http.Server;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    set resp.http.Content-Type = "text/plain; charset=utf-8";
    set resp.http.Access-Control-Allow-Origin = "*";
    set resp.http.Cross-Origin-Resource-Policy = "cross-origin";
    set resp.http.Timing-Allow-Origin = "*";
    set resp.http.X-Content-Type-Options = "nosniff";
    set resp.http.Vary = "Accept-Encoding";
    set resp.http.Cache-Control = "no-store";
    if (resp.status == 404 || resp.status == 410) {
        set resp.http.Cache-Control = "public, max-age=60";
    }
    # A site that isolates its frames would else see nothing at all where the frame was.
    if (resp.status == 410) {
        set resp.http.Cross-Origin-Embedder-Policy = "require-corp";
    }
    if (resp.status == 204 || resp.status == 405) {
        set resp.http.Allow = "GET, HEAD, OPTIONS";
        set resp.http.Access-Control-Allow-Methods = resp.http.Allow;
    }
    if (resp.status == 204) {
        unset resp.http.Content-Type;
        synthetic("");
    } elsif (resp.status == 410) {
        synthetic({"What stood here has been withdrawn. Please ask the owner of this website.
For the owner: this version of Alliance Elements is served no more. Use the newest; its changelog says why.
"});
    } else {
        synthetic(resp.reason);
    }
    return (deliver);
}
