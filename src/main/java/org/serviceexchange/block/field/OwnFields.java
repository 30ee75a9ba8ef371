package org.serviceexchange.block.field;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people typed into own fields of the start form, by the number of the record. */
public interface OwnFields {

    /** Keeps the values of a new record. */
    void keep(String number, List<OwnField> fields);

    /** The values of a record in the order of the form; none if it has none. */
    List<OwnField> of(String number);

    /** The values by the names of the fields. */
    default Map<String, String> valuesOf(String number) {
        return of(number).stream().collect(Collectors.toMap(OwnField::name, OwnField::value));
    }
}
