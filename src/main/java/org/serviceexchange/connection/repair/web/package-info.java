/** The page on which a case is repaired. */
@NullMarked
package org.serviceexchange.connection.repair.web;

import org.jspecify.annotations.NullMarked;
