package org.serviceexchange.connection.contact;

/** Why a person is asked. */
public enum Alarm {
    /** The other side has not answered for too long. */
    LOST,
    /** Two databases answer at the other side's address. */
    DOUBLED
}
