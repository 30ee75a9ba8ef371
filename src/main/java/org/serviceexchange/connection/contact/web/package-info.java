/** What the forms of the contact show. */
@NullMarked
package org.serviceexchange.connection.contact.web;

import org.jspecify.annotations.NullMarked;
