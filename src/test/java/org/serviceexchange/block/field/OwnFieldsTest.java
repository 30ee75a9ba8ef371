package org.serviceexchange.block.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Fields that an analyst adds to the start form. */
class OwnFieldsTest {

    private static final String FORM = """
            <label class="control-label" for="own-order">Purchase <b>order</b> &amp; item</label>
            <input id="own-order" class="form-control" cam-variable-name="own_purchaseOrder" cam-variable-type="String">
            <select cam-variable-name="own_costCentre" id="none"></select>
            <input cam-variable-name="companyId"><input cam-variable-name="own_not-a-name">
            """;

    private final OwnFields fields = mock();
    private final Journal journal = mock();
    private final KeepOwnFields keep = new KeepOwnFields(fields, form -> FormText.ownFields(FORM), journal);

    @Test
    void areFoundInTheFormWithTheirLabels() {
        assertThat(FormText.ownFields(FORM))
                .isEqualTo(new LinkedHashMap<>(
                        Map.of("own_purchaseOrder", "Purchase order & item", "own_costCentre", "costCentre")));
        assertThat(FormText.ownFields(FORM).keySet()).containsExactly("own_purchaseOrder", "own_costCentre");
    }

    @Test
    void areKeptWithTheRecordAndInTheJournal() {
        keep("own_purchaseOrder", " 4711 ", "own_costCentre", "");
        OwnField kept = new OwnField("own_purchaseOrder", "Purchase order & item", "4711");
        verify(fields).keep("REG0001001", List.of(kept));
        verify(journal)
                .workNote(
                        "REG0001001",
                        Author.of("paula"),
                        LocalizedMessage.of("block.note.ownField", "Purchase order & item", "4711"));
    }

    @Test
    void cannotBeInventedByWhoSendsTheForm() {
        assertThatThrownBy(() -> keep("own_other", "x"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.OWN_FIELD_REFUSED))
                .hasMessage("The field “own_other” cannot be kept: the start form does not have this field."
                        + " Correct what you entered there.");
        verify(fields, never()).keep(any(), any());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000b", "a\u202eb", "\u200b"})
    @Guarantee(of = OwnField.class, says = "A value is one line of at most 200 characters, none of them invisible.")
    void takeOneVisibleLine(String value) {
        assertThatThrownBy(() -> keep("own_purchaseOrder", value))
                .hasMessageContaining("one line, without invisible characters");
        assertThatThrownBy(() -> keep("own_purchaseOrder", "x".repeat(201)))
                .hasMessageContaining("at most 200 characters");
        keep("own_purchaseOrder", "x".repeat(200));
    }

    private void keep(String... typed) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < typed.length; i += 2) {
            values.put(typed[i], typed[i + 1]);
        }
        keep.keep("REG0001001", "paula", "register-a-consumer.html", values);
    }
}
