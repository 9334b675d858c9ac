package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.contractethics.access.StorageOutage;
import org.contractethics.access.internal.ForeignForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people read when something does not work: what it is, that nothing was half done, and what to do; templates read it as
 * {@code @answers}.
 */
@Component("answers")
public class Answers {

    static final String TOO_LONG =
            "One form may hold up to 2 MB of text. Nothing of this one was saved. Go back in your browser and shorten the text, or upload it as a document where the page takes one.";

    private static final String NO_ROLE =
            "None of your roles opens this. If you need it for your work, ask whoever manages roles in your company.";

    private static final String DIRECTORY =
            "The directory of people does not answer, so nobody can tell who may do this. Nothing was changed. Load this page again in a minute or two; your browser then sends what you typed once more.";

    private static final String FOREIGN =
            "What was sent came from no page that you have open here, or from one that is too old. Nothing was changed. Open the page anew and send it from there.";

    private final HttpServletRequest request;

    Answers(HttpServletRequest request) {
        this.request = request;
    }

    public String heading(@Nullable Integer status) {
        int code = status == null ? 500 : status;
        return switch (code) {
            case 400, 415, 422 -> "This cannot be done";
            case 403 -> "You may not do this";
            case 404 -> "Not found";
            case 405 -> "This address does not take this kind of request";
            case 409 -> "This is not possible as things stand";
            case 410 -> "This is gone";
            case 413 -> upload() ? "This file is too large" : "This is too long";
            case 503 -> "This is not possible at the moment";
            default -> code < 500 ? "This request was not understood" : "Something went wrong on our side";
        };
    }

    public List<String> reasons(@Nullable Integer status) {
        int code = status == null ? 500 : status;
        return List.of(
                switch (code) {
                    case 403 -> ForeignForm.is(request) ? FOREIGN : NO_ROLE;
                    case 404 ->
                        "Nothing is found at this address. It may be mistyped, or you may not have access to what was there.";
                    case 405 -> "Go back to the page you came from and use its buttons.";
                    case 409 ->
                        "Somebody else changed or finished this while you had it open. Load it again to see what it is now; nothing of yours was saved.";
                    case 410 -> "What was at this address has been removed.";
                    case 413 -> upload() ? UploadLimit.MESSAGE : TOO_LONG;
                    case 503 -> StorageOutage.is(request) ? StorageOutage.WORDS : DIRECTORY;
                    default ->
                        code < 500
                                ? "Something in the request was not as expected. Nothing was changed. Load the page again and try once more."
                                : "Nothing was half done: what was not saved as a whole was not saved at all. Try again in a moment.";
                });
    }

    private boolean upload() {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/") && !LongParts.is(request);
    }

    /** The page of ours that the request came from; null where the browser does not say. */
    public @Nullable String wayBack() {
        return WayBack.of(request);
    }

    /**
     * What somebody typed who may not send it any more, because a role was taken from them meanwhile; nothing of a form that came from
     * another site.
     */
    public List<TypedWords> typed() {
        return ForeignForm.is(request) ? List.of() : TypedWords.of(request);
    }

    String failure(String number) {
        return reasons(500).get(0) + " If it happens again, tell the people who run this application the number "
                + number + ".";
    }
}
