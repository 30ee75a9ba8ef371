package org.serviceexchange.approval.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.ApprovalKeeper;
import org.serviceexchange.approval.engine.ApprovalDesk;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person approves or refuses: on the page of a case, or in the form of the task in Tasklist. */
@Controller
@RequestMapping({
    "/registrations/{number:REG.*}" + ApprovalActions.PATH,
    "/connections/{number:PCN.*}" + ApprovalActions.PATH
})
class ApprovalActions {

    static final String PATH = "/approvals/{approval}";

    private final ApprovalKeeper keeper;
    private final ApprovalDesk desk;

    ApprovalActions(ApprovalKeeper keeper, ApprovalDesk desk) {
        this.keeper = keeper;
        this.desk = desk;
    }

    /** What a person is asked, and the CSRF header of the POST. */
    record Asked(String question, boolean bySecondPerson, String csrfHeader, String csrfToken) {}

    /** What the form in Tasklist sends; neither a word nor a missing value counts as a decision. */
    record Decision(@Nullable Object approve, @Nullable String reason) {}

    /** Empty if the decision was recorded, else why not, in a sentence. */
    record Decided(String refusal) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Asked ask(@PathVariable String number, @PathVariable String approval, CsrfToken csrf) {
        Approval asked = keeper.of(number).requireAsked(approval);
        return new Asked(asked.question(), asked.bySecondPerson(), csrf.getHeaderName(), csrf.getToken());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Decided decide(
            @PathVariable String number,
            @PathVariable String approval,
            @RequestBody Decision decision,
            Principal user,
            Locale language) {
        requireDecision(number, decision.approve() instanceof Boolean);
        try {
            decide(number, approval, Boolean.TRUE.equals(decision.approve()), user, decision.reason());
            return new Decided("");
        } catch (Problem refused) {
            return new Decided(refused.sentence(language));
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String decideOnThePage(
            @PathVariable String number,
            @PathVariable String approval,
            @RequestParam String decision,
            @RequestParam(required = false) @Nullable String reason,
            Principal user,
            Locale language,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        boolean approve = decision.equals("approve");
        requireDecision(number, approve || decision.equals("refuse"));
        try {
            decide(number, approval, approve, user, reason);
            attributes.addFlashAttribute(
                    "done", Messages.of(approve ? "approval.done.approved" : "approval.done.refused", language));
        } catch (Problem refused) {
            attributes.addFlashAttribute("refusedApproval", refused.finding());
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return "redirect:" + path.substring(0, path.indexOf("/approvals/"));
    }

    /** Refusing closes the case, so nothing else is taken for it. */
    private void requireDecision(String number, boolean clear) {
        keeper.of(number);
        if (!clear) {
            throw new Problem(ProblemCode.REQUEST_INVALID);
        }
    }

    private void decide(String number, String approval, boolean approve, Principal user, @Nullable String reason) {
        desk.decide(number, approval, approve, user.getName(), reason == null ? "" : reason);
    }
}
