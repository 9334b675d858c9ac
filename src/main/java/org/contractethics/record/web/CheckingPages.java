package org.contractethics.record.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.contractethics.access.CurrentActor;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.checkpoint.TrustPolicy;
import org.contractethics.record.internal.ReadingRules;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the record is checked: the way, the public keys and the newest checkpoint. No account is needed, and no entry is told of. */
@Controller
class CheckingPages {

    private final RecordProofs proofs;
    private final ReadingRules rules;
    private final TrustPolicy trust;
    private final CurrentActor current;

    CheckingPages(RecordProofs proofs, ReadingRules rules, TrustPolicy trust, CurrentActor current) {
        this.proofs = proofs;
        this.rules = rules;
        this.trust = trust;
        this.current = current;
    }

    /**
     * For everybody, in the company or outside it: whoever holds a receipt or a report must be able to check it. What ails the signing
     * may name machines of the company, so it is told to those who are signed in.
     */
    @GetMapping("/record/proofs")
    String how(HttpServletRequest request, Model model) {
        Optional<Actor> viewer = current.behind(request);
        model.addAttribute("newest", proofs.newest().orElse(null));
        model.addAttribute("witnesses", proofs.asksForWitnesses());
        model.addAttribute("unsigned", proofs.problem().isPresent());
        model.addAttribute("problem", viewer.flatMap(reader -> proofs.problem()).orElse(null));
        model.addAttribute("policy", trust.text());
        model.addAttribute("mayExport", viewer.filter(rules::mayReadAll).isPresent());
        return "record/proofs";
    }

    @GetMapping("/record/checkpoint")
    ResponseEntity<String> checkpoint() {
        return proofs.newest()
                .map(newest -> ProofPages.text("checkpoint-" + newest.size() + ".txt", newest.note()))
                .orElseThrow(() -> Refused.notFound("Nothing has been signed yet."));
    }

    @GetMapping("/record/policy")
    ResponseEntity<String> policy() {
        return ProofPages.text("record-policy.txt", trust.text());
    }
}
