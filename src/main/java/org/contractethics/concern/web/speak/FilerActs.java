package org.contractethics.concern.web.speak;

import org.contractethics.concern.internal.Download;
import org.contractethics.concern.internal.ReadingForFilers;
import org.contractethics.concern.internal.ReturningFilers;
import org.contractethics.concern.internal.ShowingProofs;
import org.contractethics.concern.internal.WritingOfFilers;
import org.contractethics.concern.internal.anonymous.ReturnCode;
import org.contractethics.concern.web.speak.VisitCookies.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an anonymous filer can do with their concern besides writing: files, receipt, another code, withdrawal. */
@Controller
@RequestMapping("/speak/{language}/concern")
class FilerActs {

    private final ReadingForFilers reading;
    private final ShowingProofs proofs;
    private final ReturningFilers returning;
    private final WritingOfFilers writing;
    private final VisitCookies visits;

    FilerActs(
            ReadingForFilers reading,
            ShowingProofs proofs,
            ReturningFilers returning,
            WritingOfFilers writing,
            VisitCookies visits) {
        this.reading = reading;
        this.proofs = proofs;
        this.returning = returning;
        this.writing = writing;
        this.visits = visits;
    }

    /** The rebuilt copy; the original leaves the vault for nobody here. */
    @GetMapping("/files/{number}")
    ResponseEntity<byte[]> file(@PathVariable int number, VisitCookies.Cookie cookie) {
        Download copy = reading.copy(visits.require(cookie).session(), number);
        return saved(copy.name(), MediaType.APPLICATION_OCTET_STREAM, copy.bytes());
    }

    @GetMapping("/receipt")
    ResponseEntity<byte[]> receipt(VisitCookies.Cookie cookie) {
        return saved(
                "receipt.txt",
                MediaType.TEXT_PLAIN,
                proofs.receipt(visits.require(cookie).session()));
    }

    /** A new code, shown in this answer and never again. */
    @PostMapping("/code")
    ModelAndView change(@RequestParam(defaultValue = "-1") int turn, VisitCookies.Cookie cookie) {
        Visit visit = visits.require(cookie);
        ReturnCode code = returning.change(visit.secret(), visit.session(), turn);
        return new ModelAndView("speak/code").addObject("changed", true).addObject("code", code.grouped());
    }

    @GetMapping("/withdraw")
    String withdraw(VisitCookies.Cookie cookie) {
        var unused = visits.require(cookie);
        return "speak/withdraw";
    }

    @PostMapping("/withdraw")
    ModelAndView withdrawForGood(@PathVariable String language, VisitCookies.Cookie cookie) {
        writing.withdraw(visits.require(cookie).session());
        return SpeakRedirects.to(language, "/concern");
    }

    private static ResponseEntity<byte[]> saved(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
