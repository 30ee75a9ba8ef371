package org.serviceexchange.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.platform.rulebook.EvilModels;
import org.serviceexchange.platform.rulebook.EvilModels.EvilModel;
import org.serviceexchange.workshop.shipping.ModelProof.Verdict;

/** The checker on changed models in which no rule of the rule book finds anything: none of them passes. */
class ProveEvilModelsTest {

    private static final Verdict PASSED = new Verdict(List.of(), List.of());

    static List<EvilModel> evil() {
        return EvilModels.all(EvilModels.CHECKER);
    }

    @ParameterizedTest
    @MethodSource("evil")
    void anEvilModelIsNotProved(EvilModel model) {
        Verdict verdict = new ProveShippedModels().of(model.folder().files());
        assertThat(Stream.concat(verdict.against().stream(), verdict.unproved().stream()))
                .isNotEmpty();
    }

    /** A limit that is known: what a person answers may be either, so that exchanging the answers changes nothing here. */
    @Test
    void theAnswersOfAPersonCanBeExchanged() {
        assertThat(EvilModels.all(EvilModels.NOBODY))
                .singleElement()
                .satisfies(model -> assertThat(
                                new ProveShippedModels().of(model.folder().files()))
                        .isEqualTo(PASSED));
    }
}
