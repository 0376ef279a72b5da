import { subgraphCodegen } from '@onewindow/subgraph/codegen';

export default subgraphCodegen();
