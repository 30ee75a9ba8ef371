package org.serviceexchange.consumer.web;

import java.io.Serializable;
import java.util.Locale;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A message that a page shows about what a person did or what failed.
 *
 * @param code such as {@code SX-5002}; empty if it is no refusal
 * @param actor name of the actor who can resolve it; empty if the code is
 */
public record Notice(String text, String code, String actor) implements Serializable {

    public static Notice of(LocalizedMessage message, Locale language) {
        return new Notice(message.in(language), "", "");
    }

    public static Notice of(Problem problem, Locale language) {
        return of(problem.finding(), language);
    }

    /** Why a step failed; what the provider said in words of its own is quoted with the provider's code, if we know it. */
    static Notice of(Finding finding, Locale language) {
        return PeerProblem.quotedIn(finding)
                .map(quoted ->
                        refusal(LocalizedMessage.of("consumer.provider.says", quoted.words()), quoted.code(), language))
                .orElseGet(() -> refusal(finding.sentence(), finding.code(), language));
    }

    private static Notice refusal(LocalizedMessage sentence, ProblemCode code, Locale language) {
        return new Notice(sentence.in(language), code.code(), code.actor().name());
    }

    /** Shows the notice on the page that the response redirects to. */
    public void tell(RedirectAttributes attributes) {
        attributes.addFlashAttribute("notice", this);
    }
}
