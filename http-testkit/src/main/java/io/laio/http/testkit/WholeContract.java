package io.laio.http.testkit;

/** All that every server of the study must do. */
interface WholeContract
        extends DocumentContract,
                ConditionalContract,
                RangeContract,
                PersistenceContract,
                RejectionContract,
                ConfinementContract,
                DeadlineContract,
                CrowdContract,
                BadLuckContract {}
