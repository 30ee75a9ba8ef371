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
 * What a page tells a person about what they did or what failed.
 *
 * @param code such as {@code SX-5002}; empty if nothing was refused
 * @param actor name of the one who can act; empty as the code is
 */
public record Notice(String text, String code, String actor) implements Serializable {

    public static Notice of(LocalizedMessage phrase, Locale language) {
        return new Notice(phrase.in(language), "", "");
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

    /** Says it on the page that the answer redirects to. */
    public void tell(RedirectAttributes attributes) {
        attributes.addFlashAttribute("notice", this);
    }
}
