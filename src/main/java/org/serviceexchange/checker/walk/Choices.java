package org.serviceexchange.checker.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * Decides what nobody can foresee. The same step is carried out again and again, each time with another decision, until all
 * were taken: {@code do { step(choices); } while (choices.next())}.
 */
public final class Choices {

    private final List<Integer> taken = new ArrayList<>();
    private final List<Integer> possible = new ArrayList<>();
    private final List<LocalizedMessage> said = new ArrayList<>();
    private final @Nullable Foresight foresight;
    private int asked;

    /** All outcomes, one combination after the other. */
    public Choices() {
        foresight = null;
    }

    /** The outcomes that somebody foresees, once. */
    public Choices(Foresight foresight) {
        this.foresight = foresight;
    }

    /** Knows beforehand which of two outcomes comes. */
    @FunctionalInterface
    public interface Foresight {
        /** Whether the first one comes; what is null has no story of its own. */
        boolean first(@Nullable LocalizedMessage yes, @Nullable LocalizedMessage no);
    }

    /** A number from 0 to one less than so many. */
    private int one(int many) {
        if (asked == taken.size()) {
            taken.add(0);
            possible.add(many);
        }
        return taken.get(asked++);
    }

    /** One of these. */
    public <T> T of(List<T> options) {
        return options.get(one(options.size()));
    }

    /** Whether the first of two outcomes comes; each is said in the story of the step, or nothing is. */
    public boolean between(@Nullable LocalizedMessage yes, @Nullable LocalizedMessage no) {
        boolean first = foresight == null ? one(2) == 0 : foresight.first(yes, no);
        Optional.ofNullable(first ? yes : no).ifPresent(said::add);
        return first;
    }

    /** Adds a sentence to the story of the step. */
    public void say(LocalizedMessage sentence) {
        said.add(sentence);
    }

    /** The story of the step since it began. */
    public List<LocalizedMessage> said() {
        return List.copyOf(said);
    }

    /** Goes on to the next combination of decisions; false if there is none. */
    public boolean next() {
        asked = 0;
        said.clear();
        for (int last = taken.size() - 1; last >= 0; last--) {
            if (taken.get(last) + 1 < possible.get(last)) {
                taken.set(last, taken.get(last) + 1);
                return true;
            }
            taken.remove(last);
            possible.remove(last);
        }
        return false;
    }
}
