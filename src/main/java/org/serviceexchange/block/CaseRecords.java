package org.serviceexchange.block;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** The records of one feature, whose cases use building blocks; each feature declares its own bean. */
public interface CaseRecords {

    /** What the record says; empty if it belongs to another feature. */
    Optional<CaseFacts> find(String number);

    /** What the record says, whichever feature has it. */
    static CaseFacts get(List<CaseRecords> features, String number) {
        return features.stream()
                .flatMap(feature -> feature.find(number).stream())
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
    }
}
