package org.contractethics.concern.web;

import org.contractethics.concern.internal.ShowingProofs;
import org.contractethics.concern.internal.WithdrawingConcerns;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What only the filer does with their concern: save its proof of filing, and withdraw it. */
@Controller
@RequestMapping("/concerns/{id}")
class OwnConcernPages {

    private final ShowingProofs proofs;
    private final WithdrawingConcerns withdrawing;

    OwnConcernPages(ShowingProofs proofs, WithdrawingConcerns withdrawing) {
        this.proofs = proofs;
        this.withdrawing = withdrawing;
    }

    @GetMapping("/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable ConcernId id, Actor filer) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("receipt.txt")
                                .build()
                                .toString())
                .body(proofs.receipt(id, filer));
    }

    @GetMapping("/withdraw")
    ModelAndView confirm(@PathVariable ConcernId id, Actor filer) {
        return new ModelAndView("concern/withdraw").addObject("concern", withdrawing.standing(id, filer));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable ConcernId id, Actor filer, RedirectAttributes redirect) {
        withdrawing.withdraw(id, filer);
        redirect.addFlashAttribute("message", "You withdrew your concern. Nobody reads it any more.");
        return new ModelAndView("redirect:/concerns/" + id);
    }
}
