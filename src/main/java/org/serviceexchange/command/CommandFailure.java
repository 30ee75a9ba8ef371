package org.serviceexchange.command;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Ends a command with a sentence for the person and a number for the script. */
final class CommandFailure extends RuntimeException {

    private final transient LocalizedMessage sentence;
    private final transient @Nullable JsonNode problem;
    private final ExitCode code;

    CommandFailure(ExitCode code, LocalizedMessage sentence) {
        this(code, sentence, null);
    }

    /** @param problem the problem document of the instance, printed as it is with {@code --json} */
    CommandFailure(ExitCode code, LocalizedMessage sentence, @Nullable JsonNode problem) {
        super(sentence.inDefault());
        this.code = code;
        this.sentence = sentence;
        this.problem = problem;
    }

    static CommandFailure usage(String key, Object... arguments) {
        return new CommandFailure(ExitCode.USAGE, LocalizedMessage.of(key, arguments));
    }

    ExitCode code() {
        return code;
    }

    LocalizedMessage sentence() {
        return sentence;
    }

    @Nullable
    JsonNode problem() {
        return problem;
    }
}
