package org.serviceexchange.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class ApprovalsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Given PETER = new Given("peter", NOW, "");

    private final Approvals asked = Approvals.NONE
            .asked(Approval.required("first", "First", "", ApprovalPlace.ACTIVATION, false), NOW)
            .asked(Approval.required("second", "Second", "", ApprovalPlace.ACTIVATION, true), NOW);

    @Test
    void ofTwoTheOrderMakesNoDifference() {
        for (List<String> order : List.of(List.of("first", "second"), List.of("second", "first"))) {
            Approvals one = asked.given(order.get(0), PETER, "paula");
            assertThatThrownBy(() -> one.given(order.get(1), PETER, "paula"))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.SECOND_PERSON_NEEDED));
        }
    }

    @Test
    void anewWhoeverIsAskedIsAskedStill() {
        Approvals anew = asked.given("second", PETER, "paula").anew();
        assertThat(anew.requireAsked("first").given()).isNull();
        assertThat(anew.find("second")).hasValueSatisfying(second -> {
            assertThat(second.given()).isNull();
            assertThat(second.askedAt()).isNull();
        });
    }
}
