/** The rules that tell a restored database from a copy, without anything that is stored or sent. */
@NullMarked
package org.serviceexchange.connection.heartbeat.rule;

import org.jspecify.annotations.NullMarked;
