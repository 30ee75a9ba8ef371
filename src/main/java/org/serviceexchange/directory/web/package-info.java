/** Pages for administering companies, contacts and the provider record. */
@NullMarked
package org.serviceexchange.directory.web;

import org.jspecify.annotations.NullMarked;
