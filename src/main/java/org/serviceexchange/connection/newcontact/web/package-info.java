/** The endpoint for questions about the contact. */
@NullMarked
package org.serviceexchange.connection.newcontact.web;

import org.jspecify.annotations.NullMarked;
