package io.laio.simulation;

/** Entries that wait until a descriptor is ready, once or again and again. */
final class Polls {
    private final Requests requests;
    private final Chance chance;

    Polls(Requests requests, Chance chance) {
        this.requests = requests;
        this.chance = chance;
    }

    void begin(Request request) {
        Description file = request.file;
        if (file == null) {
            throw new AssertionError("checked when it was taken");
        }
        request.state = Request.State.WAITING;
        request.multishot = (request.length & Uapi.IORING_POLL_ADD_MULTI) != 0;
        requests.watch(request, file, () -> look(request, file));
        look(request, file);
    }

    private void look(Request request, Description file) {
        int ready = Requests.readyFor(request, file);
        if (ready == 0) {
            return;
        }
        if (request.multishot && !chance.strikes(Trouble.DISARMED)) {
            requests.more(request, ready);
        } else {
            requests.finish(request, ready);
        }
    }
}
