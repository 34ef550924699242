package io.laio.testbed.disk.daemon;

import io.laio.testbed.disk.model.DeviceRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a device model holds. The model knows each by a ticket of its own: a request that was let go without the
 * model has its number used again, and what the model says of the old ticket then concerns nobody. For one thread.
 */
final class HeldRequests {
    private final Map<Long, DeviceRequest> byTicket = new LinkedHashMap<>();
    private long nextTicket;

    /** Notes a request; what the model is to be given in its place. */
    DeviceRequest hold(DeviceRequest request) {
        long ticket = nextTicket++;
        byTicket.put(ticket, request);
        return new DeviceRequest(ticket, request.kind(), request.offsetBytes(), request.lengthBytes());
    }

    /** The request that the model is done with; null if it was let go before. */
    @Nullable
    DeviceRequest done(DeviceRequest ticket) {
        return byTicket.remove(ticket.id());
    }

    /** Lets all go, in the order in which they came. */
    List<DeviceRequest> letGo() {
        List<DeviceRequest> all = List.copyOf(byTicket.values());
        byTicket.clear();
        return all;
    }
}
