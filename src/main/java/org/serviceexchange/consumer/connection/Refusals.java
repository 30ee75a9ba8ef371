package org.serviceexchange.consumer.connection;

import java.util.Set;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.PeerProblem;

/** Distinguishes a provider's permanent refusal, which a person must be told, from a failure that may be temporary. */
public final class Refusals {

    /** The message for a refusal without a reason. */
    public static final LocalizedMessage UNSAID =
            LocalizedMessage.of("consumer.reason.refused", LocalizedMessage.of("consumer.provider.silent"));

    private static final Set<String> FINAL = Set.of(
            ProblemCode.REGISTRATION_UNKNOWN.code(),
            ProblemCode.REGISTRATION_CLOSED.code(),
            ProblemCode.LINK_NOT_OPEN.code(),
            ProblemCode.LINK_REFUSED.code(),
            ProblemCode.LINK_EXPIRED.code(),
            ProblemCode.LINK_CLAIMED_BY_ANOTHER.code(),
            ProblemCode.CONSUMER_URL_DIFFERS.code(),
            ProblemCode.EXCHANGE_SUSPENDED.code());

    private static final Set<String> OF_THE_PERSON =
            Set.of(ProblemCode.AUTHORIZATION_REFUSED.code(), ProblemCode.WRONG_USER.code());

    private Refusals() {}

    public static boolean isFinal(PeerProblem problem) {
        return FINAL.contains(problem.code());
    }

    public static boolean isFinal(Problem problem) {
        return problem.code() == ProblemCode.PROVIDER_PIN_DIFFERS;
    }

    /** The provider's reason: our own message if we know its code, otherwise the provider's English text. */
    public static LocalizedMessage said(PeerProblem problem) {
        LocalizedMessage quoted = problem.detail().isBlank()
                ? LocalizedMessage.of("consumer.provider.silent")
                : LocalizedMessage.of("consumer.provider.says", problem.detail());
        LocalizedMessage said = problem.known().map(Finding::sentence).orElse(quoted);
        return problem.code().isEmpty() ? said : LocalizedMessage.of("consumer.withCode", said, problem.code());
    }

    /** The reason for a problem that this instance detected at the provider. */
    public static LocalizedMessage said(Problem problem) {
        return LocalizedMessage.of(
                "consumer.withCode", problem.message(), problem.code().code());
    }

    /** Whether the person has to authenticate again. */
    public static boolean asksForThePerson(PeerProblem problem) {
        return OF_THE_PERSON.contains(problem.code()) || problem.status() == 401;
    }
}
