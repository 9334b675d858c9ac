package org.contractethics.concern.web;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.contractethics.concern.internal.letter.IssuingTokens;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers the script of a letter that is only counted: signs what it has blinded. */
@Controller
class BlindSignaturePages {

    static final Pattern HEX = Pattern.compile("([0-9a-f]{2}){1,1024}");

    private final IssuingTokens issuing;

    BlindSignaturePages(IssuingTokens issuing) {
        this.issuing = issuing;
    }

    @PostMapping("/letters/{id}/blind-signature")
    ResponseEntity<Map<String, Object>> sign(
            @PathVariable ConcernId id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String blinded,
            Actor employee) {
        try {
            byte[] signature = issuing.sign(id, version, bytes(blinded), employee);
            return ResponseEntity.ok(Map.of("blindSignature", HexFormat.of().formatHex(signature)));
        } catch (Refused refused) {
            List<String> reasons = refused.reasons();
            return ResponseEntity.status(refused.kind().status()).body(Map.of("reasons", reasons));
        }
    }

    static byte[] bytes(String hex) {
        if (!HEX.matcher(hex).matches()) {
            throw Refused.invalid("Send what was blinded in hexadecimal.");
        }
        return HexFormat.of().parseHex(hex);
    }
}
