package org.serviceexchange.consumer.web;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.KnownSentences;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A message that a page shows about what a person did or what failed.
 *
 * @param code such as {@code SX-5002}; empty if it is no refusal
 * @param actor name of the actor who can resolve it; empty if the code is
 */
public record Notice(String text, String code, String actor) implements Serializable {

    private static final Pattern OF_A_PEER = Pattern.compile("(SX-[0-9]{4}): (.*)", Pattern.DOTALL);

    public static Notice of(LocalizedMessage message, Locale language) {
        return new Notice(message.in(language), "", "");
    }

    public static Notice of(Problem problem, Locale language) {
        return of(problem.finding(), language);
    }

    private static Notice of(Finding finding, Locale language) {
        return refusal(finding.sentence(), finding.code(), language);
    }

    /**
     * Restores a notice from the text of an incident: the English sentence of one of our problems, or a provider's code
     * and sentence.
     */
    static Notice ofIncident(String message, Locale language) {
        Matcher peer = OF_A_PEER.matcher(message);
        boolean ofAPeer = peer.matches();
        String sentence = ofAPeer ? peer.group(2) : message;
        Optional<ProblemCode> code = ofAPeer ? ProblemCode.known(peer.group(1)) : Optional.empty();
        return KnownSentences.read(sentence)
                .map(finding -> of(finding, language))
                .or(() -> code.map(
                        known -> refusal(LocalizedMessage.of("consumer.provider.says", sentence), known, language)))
                .orElseGet(() -> of(LocalizedMessage.of("consumer.trouble.other", sentence), language));
    }

    private static Notice refusal(LocalizedMessage sentence, ProblemCode code, Locale language) {
        return new Notice(sentence.in(language), code.code(), code.actor().name());
    }

    /** Shows the notice on the page that the response redirects to. */
    public void tell(RedirectAttributes attributes) {
        attributes.addFlashAttribute("notice", this);
    }
}
