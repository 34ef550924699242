package io.laio.http.testkit;

/** All that every server of the study must do, whatever becomes of its connections. */
interface CommonContract
        extends DocumentContract,
                ConditionalContract,
                RangeContract,
                ConnectionContract,
                RejectionContract,
                ConfinementContract,
                DeadlineContract,
                CrowdContract,
                BadLuckContract {}
