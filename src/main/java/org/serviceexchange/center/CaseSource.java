package org.serviceexchange.center;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.words.Phrase;

/** The cases of one side; each feature has one. */
public interface CaseSource {

    Side side();

    /** The states that can be asked for, in the order in which cases go through them. */
    List<State> states();

    CasePage find(CaseQuery query);

    /** Of one contact by user name, or of everybody. */
    CaseNumbers numbers(@Nullable String contact);

    /** A state by its name in a {@link CaseQuery} and in words. */
    record State(String name, Phrase label) {}
}
