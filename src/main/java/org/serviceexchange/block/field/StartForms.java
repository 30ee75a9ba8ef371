package org.serviceexchange.block.field;

import java.util.Map;

/** The forms with which people start processes. */
@FunctionalInterface
public interface StartForms {

    /** Labels of the own fields of a form that is deployed now, by the names of the fields and in the order of the form. */
    Map<String, String> ownFields(String form);
}
