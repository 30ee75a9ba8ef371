/** The page that shows what off-boarding takes away, and asks for the reason. */
@NullMarked
package org.serviceexchange.connection.offboarding.web;

import org.jspecify.annotations.NullMarked;
