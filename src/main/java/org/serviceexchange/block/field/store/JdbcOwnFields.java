package org.serviceexchange.block.field.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.serviceexchange.block.field.OwnField;
import org.serviceexchange.block.field.OwnFields;
import org.serviceexchange.platform.store.ProtectedTable;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Own fields in the table {@code own_field}: one row for a record that has any. */
@Repository
class JdbcOwnFields implements OwnFields {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<OwnField>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ProtectedTable table;

    JdbcOwnFields(JdbcClient jdbc, ProtectedTables tables) {
        this.jdbc = jdbc;
        this.table = tables.protect("own_field", "record");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String number, List<OwnField> fields) {
        new Row().set("record", number).set("fields", written(fields)).insert(table);
    }

    @Override
    public List<OwnField> of(String number) {
        return table.one(
                        (row, index) -> read(row.getString("fields")),
                        mapper -> jdbc.sql("select " + table.columns() + " from own_field t where t.record = :record")
                                .param("record", number)
                                .query(mapper)
                                .list())
                .orElse(List.of());
    }

    private static String written(List<OwnField> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<OwnField> read(String fields) {
        try {
            return JSON.readValue(fields, FIELDS);
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("The own fields of a record cannot be read.", altered);
        }
    }
}
