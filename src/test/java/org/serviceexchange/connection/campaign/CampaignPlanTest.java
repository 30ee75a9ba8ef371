package org.serviceexchange.connection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class CampaignPlanTest {

    @Test
    void readsWhatAPersonEntered() {
        assertThat(CampaignPlan.of(" 3 ", "60", "2", "CCN0001001, PCN0001002\nCCN0001001"))
                .satisfies(plan -> assertThat(plan.canaries()).isEqualTo(3))
                .satisfies(plan -> assertThat(plan.perHour()).isEqualTo(60))
                .satisfies(plan -> assertThat(plan.stopAfter()).isEqualTo(2))
                .satisfies(plan -> assertThat(plan.chosen()).containsExactly("CCN0001001", "PCN0001002"));
        assertThat(CampaignPlan.of("1", "1", "1", " ").chosen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,   60,    3,    '',         Connections asked first: it must be a whole number from 1 to 100",
        "101, 60,    3,    '',         Connections asked first: it must be a whole number from 1 to 100",
        "3,   10001, 3,    '',         'Connections per hour: it must be a whole number from 1 to 10,000'",
        "3,   a lot, 3,    '',         'Connections per hour: it must be a whole number from 1 to 10,000'",
        "3,   60,    -1,   '',         'Stop after so many failures: it must be a whole number from 1 to 1,000'",
        "3,   60,    3,    REG0001001, 'Only these connections: it must be numbers of connections, such as CCN0001001, separated by spaces'",
    })
    void namesTheFieldThatIsWrong(String canaries, String perHour, String stopAfter, String chosen, String fault) {
        String[] parts = fault.split(": ", 2);
        assertThatThrownBy(() -> CampaignPlan.of(canaries, perHour, stopAfter, chosen))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.INPUT_INVALID))
                .hasMessageContainingAll(parts[0], parts[1]);
    }

    @Test
    void boundsTheChosenOnes() {
        StringBuilder many = new StringBuilder();
        for (int number = 0; number <= 200; number++) {
            many.append("CCN%07d ".formatted(number));
        }
        assertThatThrownBy(() -> CampaignPlan.of("3", "60", "3", many.toString()))
                .hasMessageContaining("it has more than 200 connections");
    }
}
