package org.contractethics.access.internal.arriving;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of one request on its way. Whatever reads it, the server's own reading of forms and parts as well, reads it here, and with all
 * that arrives this decides whether it goes on waiting. Only the time counts in which somebody waited for the sender.
 */
public final class ArrivingBody implements InputBuffer {

    private static final String ATTRIBUTE = ArrivingBody.class.getName();
    private static final long MEGABYTE = 1024L * 1024;

    /** Younger ones are never the slowest: the first bytes of an honest one may take so long. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(1);

    private final InputBuffer source;
    private final ArrivingBodies all;
    private final long patience;
    private long waited;
    private long periodBegan;
    private long inPeriod;
    private long before;
    private long untilMore = Long.MAX_VALUE;
    private BooleanSupplier room = () -> true;
    private volatile int refusal;

    ArrivingBody(InputBuffer source, ArrivingBodies all) {
        this.source = source;
        this.all = all;
        this.patience = all.settings().patience().toNanos();
    }

    /** That of this request; empty where no server stands before the application, in tests. */
    public static Optional<ArrivingBody> of(ServletRequest request) {
        return Optional.ofNullable((ArrivingBody) request.getAttribute(ATTRIBUTE));
    }

    void announceIn(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Asks for room as it comes and not as it was announced, or whoever announces much and sends little would keep it from others. */
    public void takesRoom(BooleanSupplier oneMoreMegabyte) {
        room = oneMoreMegabyte;
        untilMore = 0;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        demandFastEnough();
        long asked = all.now();
        int read = next(handler);
        arrived(read, all.now() - asked);
        demandRoom(read);
        return read;
    }

    private int next(ApplicationBufferHandler handler) throws IOException {
        try {
            return source.doRead(handler);
        } catch (SocketTimeoutException silent) {
            giveUp();
            throw new BodyGivenUp();
        }
    }

    @Override
    public int available() {
        return source.available();
    }

    /** Reads what nobody wanted, as much as the server would; an answer is hardly ever seen by a browser that is still sending. */
    void drain(long most) throws IOException {
        Discarded discarded = new Discarded();
        long drained = 0;
        int read = doRead(discarded);
        while (read >= 0 && drained <= most) {
            drained += read;
            read = doRead(discarded);
        }
    }

    boolean isGivenUp() {
        return refusal != 0;
    }

    /** The status to answer with; 0 while it is waited for. */
    int refusal() {
        return refusal;
    }

    void giveUp() {
        refusal = HttpServletResponse.SC_REQUEST_TIMEOUT;
    }

    private void demandRoom(int read) throws BodyGivenUp {
        untilMore -= Math.max(0, read);
        while (untilMore < 0) {
            if (!room.getAsBoolean()) {
                refusal = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
                throw new BodyGivenUp();
            }
            untilMore += MEGABYTE;
        }
    }

    /** Over the last one or two periods; endless for one that has only just begun. */
    synchronized double bytesPerSecond() {
        if (waited < GRACE) {
            return Double.POSITIVE_INFINITY;
        }
        long since = Math.max(0, periodBegan - patience);
        return (before + inPeriod) * (double) TimeUnit.SECONDS.toNanos(1) / Math.max(1, waited - since);
    }

    private void demandFastEnough() throws BodyGivenUp {
        if (isTooSlow()) {
            giveUp();
        }
        if (isGivenUp()) {
            throw new BodyGivenUp();
        }
    }

    private synchronized boolean isTooSlow() {
        if (waited - periodBegan < patience) {
            return false;
        }
        boolean tooSlow = inPeriod < all.settings().least();
        periodBegan = waited;
        before = inPeriod;
        inPeriod = 0;
        return tooSlow;
    }

    private void arrived(int read, long took) {
        boolean lasting;
        synchronized (this) {
            inPeriod += Math.max(0, read);
            waited += took;
            lasting = waited > GRACE;
        }
        if (read < 0) {
            all.leave(this);
        } else if (lasting) {
            all.waitFor(this);
        }
    }
}
