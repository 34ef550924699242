package io.laio.http.helper;

import org.jspecify.annotations.Nullable;

/** The requests of one kind that nobody has answered yet, to be found by what they ask for. Confined to the loop. */
final class InFlight {
    private static final int BUCKETS = 1024;

    private final @Nullable HelperRequest[] buckets = new HelperRequest[BUCKETS];

    @Nullable
    HelperRequest sameAs(HelperRequest request) {
        HelperRequest at = buckets[bucket(request)];
        while (at != null && !at.isSameAs(request)) {
            at = at.nextInBucket;
        }
        return at;
    }

    void add(HelperRequest request) {
        int bucket = bucket(request);
        request.nextInBucket = buckets[bucket];
        buckets[bucket] = request;
    }

    void remove(HelperRequest request) {
        int bucket = bucket(request);
        HelperRequest at = buckets[bucket];
        if (at == request) {
            buckets[bucket] = request.nextInBucket;
        } else {
            while (at != null && at.nextInBucket != request) {
                at = at.nextInBucket;
            }
            if (at != null) {
                at.nextInBucket = request.nextInBucket;
            }
        }
        request.nextInBucket = null;
    }

    private static int bucket(HelperRequest request) {
        return request.hash & BUCKETS - 1;
    }
}
