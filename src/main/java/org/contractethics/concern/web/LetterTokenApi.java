package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.contractethics.concern.internal.letter.RedeemingTokens;
import org.contractethics.concern.internal.letter.Token;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Handing in tokens of letters that are only counted: without sign-in, session or cookie. */
@RestController
@RequestMapping("/api/letters/{id}/tokens")
@Tag(name = "Letters")
@SecurityRequirements
class LetterTokenApi {

    private final RedeemingTokens redeeming;

    LetterTokenApi(RedeemingTokens redeeming) {
        this.redeeming = redeeming;
    }

    @Schema(
            name = "LetterToken",
            description = "Message and signature of RSABSSA-SHA384-PSS-Randomized (RFC 9474), in hexadecimal")
    record TokenRequest(@Nullable String message, @Nullable String signature) {

        Token read() {
            return Token.read(message == null ? "" : message, signature == null ? "" : signature)
                    .orElseThrow(() -> Refused.invalid("This is no token: message and signature are in hexadecimal."));
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Hand in a token",
            description = "Takes no access token: whoever holds the token signs, once, and nobody learns who that is.")
    void redeem(@PathVariable ConcernId id, @RequestBody TokenRequest token, HttpServletRequest request) {
        requireNobody(request);
        redeeming.redeem(id, token.read());
    }

    @PostMapping("/withdrawals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a token back", description = "It does not count any more. Takes no access token either.")
    void withdraw(@PathVariable ConcernId id, @RequestBody TokenRequest token, HttpServletRequest request) {
        requireNobody(request);
        redeeming.withdraw(id, token.read());
    }

    private static void requireNobody(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null || request.getHeader(HttpHeaders.COOKIE) != null) {
            throw new Refused(
                    Refused.Kind.MALFORMED,
                    java.util.List.of(
                            "Send a token without cookie and without access token: they would say whose it is."));
        }
    }
}
