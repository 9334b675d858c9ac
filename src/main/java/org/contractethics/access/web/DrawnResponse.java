package org.contractethics.access.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Keeps the text of a page that is drawn, and sends nothing. Cookies and other headers of the page go to the response behind it. */
final class DrawnResponse extends HttpServletResponseWrapper {

    private final StringWriter text = new StringWriter();
    private final PrintWriter writer = new PrintWriter(text);
    private boolean elsewhere;

    DrawnResponse(HttpServletResponse response) {
        super(response);
    }

    String text() {
        writer.flush();
        return text.toString();
    }

    /** Whether the page answered with something else than itself. */
    boolean isElsewhere() {
        return elsewhere;
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        throw new IllegalStateException("a page is text");
    }

    @Override
    public void setStatus(int status) {
        elsewhere |= status != SC_OK;
    }

    @Override
    public void sendError(int status) {
        elsewhere = true;
    }

    @Override
    public void sendError(int status, String message) {
        elsewhere = true;
    }

    @Override
    public void sendRedirect(String location) {
        elsewhere = true;
    }

    @Override
    public void sendRedirect(String location, int status, boolean clear) {
        elsewhere = true;
    }

    @Override
    public void setContentType(String type) {
        // the page is sent in one type, by whoever drew it
    }

    @Override
    public void setCharacterEncoding(String charset) {
        // as the type
    }

    @Override
    public void setContentLength(int length) {
        // it grows by what was typed
    }

    @Override
    public void setContentLengthLong(long length) {
        // as above
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }
}
